/// Help, made from the specifications.
package struct HelpText {
  /// The most columns of text on a wide terminal.
  private static let widest = 80

  private let width: Int
  private let charset: TextEncoding

  package init(width: Int, charset: TextEncoding) {
    self.width = min(width, Self.widest)
    self.charset = charset
  }

  /// The text of `noughts` alone: every command, in its group.
  package func overview(
    of commands: [CommandSpecification], version: String
  ) -> String {
    var lines = paragraph(
      "noughts \(version): tic-tac-toe, learned by self-play and judged exactly"
    )
    lines += paragraph("usage: noughts COMMAND [OPTIONS]")
    for group in CommandSpecification.Group.allCases {
      let members = commands.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      lines += section(
        group.rawValue, members.map { ($0.nameAndOperands, $0.summary) }
      )
    }
    lines += [""]
    lines += paragraph("noughts help COMMAND explains a command.")
    return lines.joined(separator: "\n")
  }

  /// The text of `noughts help COMMAND`.
  package func page(for command: CommandSpecification) -> String {
    var lines = paragraph("usage: noughts \(command.nameAndOperands) [OPTIONS]")
    lines += [""]
    lines += paragraph(command.summary)
    lines += section("examples", command.examples.map { ($0.term, $0.meaning) })
    lines += section("operands", command.operands.map { ($0.name, $0.help) })
    var groups: [String?] = []
    for option in command.options where !groups.contains(option.group) {
      groups.append(option.group)
    }
    for group in groups {
      let options = command.options.filter { $0.group == group }
      lines += section(
        group ?? "options", options.map { ($0.spelling, $0.sentence) }
      )
    }
    lines += section("results", command.terms.map { ($0.term, $0.meaning) })
    return lines.joined(separator: "\n")
  }

  private func paragraph(_ text: String) -> [String] {
    Wrapping.lines(charset.encode(text), width: width)
  }

  /// A heading and two columns under it; nothing when there are no rows.
  private func section(
    _ heading: String, _ rows: [(term: String, text: String)]
  ) -> [String] {
    guard !rows.isEmpty else { return [] }
    let rows = rows.map { (charset.encode($0.term), charset.encode($0.text)) }
    let longest = rows.map(\.0.count).filter { $0 <= width / 3 }.max()
    let column = 2 + (longest ?? 4) + 2
    return ["", heading] + rows.flatMap { entry($0, $1, column: column) }
  }

  /// A term with its text to the right, or below if the term is long.
  private func entry(_ term: String, _ text: String, column: Int) -> [String] {
    let start = "  " + term
    guard width >= 60 else {
      return Wrapping.lines(term, width: width, indent: 2)
        + Wrapping.lines(text, width: width, indent: 6)
    }
    let lines = Wrapping.lines(text, width: width, indent: column)
    guard start.count + 2 <= column, let first = lines.first else {
      return Wrapping.lines(term, width: width, indent: 2, hanging: 6) + lines
    }
    let padding = String(repeating: " ", count: column - start.count)
    return [start + padding + first.dropFirst(column)] + lines.dropFirst()
  }
}

extension CommandSpecification {
  fileprivate var nameAndOperands: String {
    ([name] + operands.map(\.usage)).joined(separator: " ")
  }
}

extension OptionSpecification {
  /// `-q, --quiet`, `--games N`.
  fileprivate var spelling: String {
    let names = (short.map { "-\($0), " } ?? "") + "--\(name)"
    return kind == .flag ? names : "\(names) \(placeholder)"
  }

  /// The help with the range and the default, if there are any.
  fileprivate var sentence: String {
    var notes: [String] = []
    switch kind {
    case .integer(let range): notes.append(range.expected)
    case .unsigned: notes.append("at least 0")
    case .decimal(let range): notes.append(range.expected)
    case .choice(let names) where namesAreMany:
      notes.append(names.joined(separator: ", "))
    case .flag, .choice, .text: break
    }
    if let shown = defaultNote ?? defaultValue?.description {
      notes.append("default \(shown)")
    }
    return notes.isEmpty
      ? help : "\(help) (\(notes.joined(separator: "; ")))"
  }
}
