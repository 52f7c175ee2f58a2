import TicTacToe

/// Reads the words after a command's name by its specification.
package struct ArgumentParser {
  private let specification: CommandSpecification
  private var words: ArraySlice<String>
  private var operands: [String] = []
  private var values: [String: OptionValue] = [:]

  /// The arguments that `words` give to a command.
  package static func parse(
    _ words: some Sequence<String>, for specification: CommandSpecification
  ) throws(UsageError) -> Arguments {
    var parser = Self(specification: specification, words: Array(words)[...])
    return try parser.parse()
  }

  /// Whether `words` ask for help, in any place and in spite of other errors.
  package static func asksForHelp(_ words: some Sequence<String>) -> Bool {
    words.map { ByteText($0) }.prefix { $0 != "--" }
      .contains { $0 == "--help" || $0 == "-h" }
  }

  private mutating func parse() throws(UsageError) -> Arguments {
    while let word = words.popFirst() {
      if word.isSame(as: "--") {
        operands += words
        words = []
      } else if word.begins(with: "-"), word.utf8.count > 1 {
        try parseOption(word)
      } else {
        operands.append(word)
      }
    }
    try checkOperands()
    return Arguments(
      specification: specification, operands: operands, values: values
    )
  }

  private mutating func parseOption(_ word: String) throws(UsageError) {
    let parts = word.unicodeScalars.split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false
    )
    let spelling = parts.first.map(String.init) ?? word
    let option = try option(spelled: spelling)
    let text = parts.dropFirst().first.map(String.init)
    if option.kind == .flag, text == nil {
      values[option.name] = .flag
      return
    }
    guard let text = text ?? nextValue(for: option) else {
      throw .missingValue(option: option.name, expected: option.placeholder)
    }
    let value = try OptionValue.read(text, for: option)
    if let first = values[option.name], first != value {
      throw .contradiction(
        option: option.name, first: first.description, second: text
      )
    }
    values[option.name] = value
  }

  private func option(
    spelled spelling: String
  ) throws(UsageError) -> OptionSpecification {
    let option =
      if spelling.begins(with: "--") {
        specification.option(
          named: String(spelling.unicodeScalars.dropFirst(2))
        )
      } else {
        specification.options.first { option in
          option.short.map { spelling.isSame(as: "-\($0)") } ?? false
        }
      }
    guard let option else {
      throw .unknownOption(
        spelling, among: specification.options.map { "--\($0.name)" }
      )
    }
    return option
  }

  /// The next word, unless it looks like an option: `--games --quiet` is a
  /// forgotten value, while `-0.1` and `-` are values.
  private mutating func nextValue(for option: OptionSpecification) -> String? {
    guard let next = words.first else { return nil }
    guard next.begins(with: "-"), next.utf8.count > 1 else {
      return words.popFirst()
    }
    guard option.isNumber, OptionValue.isDecimal(next) else { return nil }
    return words.popFirst()
  }

  private func checkOperands() throws(UsageError) {
    let count = specification.operandCount
    if operands.count > count.upperBound {
      throw .unexpectedOperand(
        operands[count.upperBound], most: count.upperBound
      )
    }
    if operands.count < count.lowerBound {
      throw .missingOperand(specification.operands[operands.count].name)
    }
  }
}

extension OptionSpecification {
  fileprivate var isNumber: Bool {
    switch kind {
    case .integer, .unsigned, .decimal: true
    case .flag, .choice, .text: false
    }
  }

  /// Whether the choices are too long for the line of the name.
  var namesAreMany: Bool {
    guard case .choice(let names) = kind else { return false }
    return names.joined(separator: "|").count > 44
  }

  /// The placeholder of the value in help and messages; empty for a flag.
  var placeholder: String {
    switch kind {
    case .flag: ""
    case .integer, .unsigned: "N"
    case .decimal: "X"
    case .choice(let names):
      namesAreMany ? name.uppercased() : names.joined(separator: "|")
    case .text(let placeholder): placeholder
    }
  }
}
