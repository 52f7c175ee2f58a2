import Charts

/// Breaking text into lines at spaces.
package enum Wrapping {
  /// The lines of `text`, each at most `width` columns; a longer word stays
  /// whole.
  package static func lines(
    _ text: String, width: Int, indent: Int = 0, hanging: Int? = nil
  ) -> [String] {
    WordWrap.lines(text, indent: indent, hanging: hanging) {
      $0.count <= width
    }
  }

  /// The text with lines of more than `width` columns broken at spaces; other
  /// lines stay as they are.
  ///
  /// Later parts of a line start below its second column, which two or more
  /// spaces set off; without one they keep the line's indentation, or get two
  /// spaces. Escape sequences take no columns.
  package static func folded(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { line -> [String] in
        guard columns(line) > width else { return [String(line)] }
        let margin = line.prefix { $0 == " " }.count
        let gap = line.dropFirst(margin).firstRange(of: "  ")
        let label = gap.map { line[..<$0.lowerBound].count } ?? 0
        let gapWidth =
          gap.map { line[$0.lowerBound...].prefix { $0 == " " }.count } ?? 0
        let second = label + gapWidth
        let hanging =
          gap != nil && second * 2 <= width
          ? second : margin > 2 ? margin : margin + 2
        return broken(line, width: width, hanging: hanging)
      }
      .joined(separator: "\n")
  }

  /// The parts of a line that is too long, the spaces between its words kept.
  private static func broken(
    _ text: Substring, width: Int, hanging: Int
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    var rest = text
    while !rest.isEmpty {
      let spaces = rest.prefix { $0 == " " }
      let word = rest.dropFirst(spaces.count).prefix { $0 != " " }
      rest = rest[word.endIndex...]
      let isStart = line.allSatisfy { $0 == " " }
      if !isStart, columns(line + spaces + word) > width {
        lines.append(line)
        line = String(repeating: " ", count: hanging) + word
      } else {
        line += spaces + word
      }
    }
    return lines + [line]
  }

  /// The columns of a text; escape sequences take none.
  package static func columns(_ text: some StringProtocol) -> Int {
    var count = 0
    var isEscape = false
    for character in text {
      if character == "\u{1b}" {
        isEscape = true
      } else if isEscape {
        isEscape = !character.isLetter
      } else {
        count += 1
      }
    }
    return count
  }
}
