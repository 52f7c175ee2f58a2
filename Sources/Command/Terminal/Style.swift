import TicTacToe

/// The style of a piece of text, if colors are allowed.
package enum Style: Int, CaseIterable, Hashable, Sendable {
  case bold = 1
  case dim = 2
  case red = 31
  case green = 32
  case yellow = 33
  case cyan = 36

  /// `text` between the escape sequences that switch the style on and off.
  package func applied(to text: String) -> String {
    "\u{1b}[\(rawValue)m\(text)\u{1b}[0m"
  }

  /// The printable form of lines in which only whole sequences of styles stay.
  package static func printable(lines text: String) -> String {
    let escape: Unicode.Scalar = "\u{1b}"
    if text.unicodeScalars.allSatisfy({ $0.isPrintable || $0 == "\n" }) {
      return text
    }
    let parts = text.unicodeScalars.split(
      separator: escape, omittingEmptySubsequences: false
    ).map { String($0) }
    return parts.enumerated().map { index, part in
      let isStyle = sequences.contains { part.begins(with: $0) }
      let start = index == 0 ? "" : isStyle ? "\u{1b}" : "\\u{1b}"
      return start + TicTacToe.printable(part, except: ["\n"])
    }.joined()
  }

  /// What follows the escape, of every style and of its end.
  private static let sequences = ["[0m"] + allCases.map { "[\($0.rawValue)m" }
}
