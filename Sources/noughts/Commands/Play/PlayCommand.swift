import TicTacToe

/// What a person typed at the board.
enum PlayCommand: Equatable {
  case move(Square)
  case hint
  case undo
  case bad(Square?)
  case new
  case help
  case quit

  /// Reads a line: keys 1…9 as on a numpad, a1…c3, words such as `center` or
  /// `top left`, or a command. Nil if it is none of these.
  init?(_ line: String) {
    guard !line.hasPrefix("-") else { return nil }
    let words = line.lowercased().split { " \t-".contains($0) }
    let text = words.joined(separator: " ")
    switch text {
    case "hint", "h": self = .hint
    case "undo", "u": self = .undo
    case "bad": self = .bad(nil)
    case _ where words.first == "bad":
      let rest = words.dropFirst().map(String.init)
      guard
        let square = PlayCommand.square(rest.joined(separator: " "), rest)
      else { return nil }
      self = .bad(square)
    case "new", "n": self = .new
    case "?", "help": self = .help
    case "quit", "exit", "q": self = .quit
    default:
      guard let square = PlayCommand.square(text, words.map(String.init)) else {
        return nil
      }
      self = .move(square)
    }
  }

  private static func square(_ text: String, _ words: [String]) -> Square? {
    if let key = Int(text), (1...9).contains(key), text.count == 1 {
      return Square(key - 1)
    }
    if let square = try? Rules.ticTacToe.square(named: text) { return square }
    let rows = ["bottom": 0, "lower": 0, "top": 2, "upper": 2]
    let columns = ["left": 0, "right": 2]
    let middles = ["center", "centre", "middle"]
    var (row, column): (Int?, Int?) = (nil, nil)
    var isMiddle = false
    for word in words {
      if let value = rows[word], row == nil {
        row = value
      } else if let value = columns[word], column == nil {
        column = value
      } else if middles.contains(word), !isMiddle {
        isMiddle = true
      } else {
        return nil
      }
    }
    // "top" alone is a row, not a square, unless the middle is named too.
    let named = [row, column].compactMap(\.self).count
    guard named == 2 && !isMiddle || isMiddle && named <= 1 else { return nil }
    return Square((row ?? 1) * 3 + (column ?? 1))
  }
}
