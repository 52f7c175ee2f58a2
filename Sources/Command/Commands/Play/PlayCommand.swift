import TicTacToe

/// What a person typed at the board.
enum PlayCommand: Equatable {
  case move(Square)
  case hint
  case analyze
  case heat
  case undo
  case bad(Square?)
  case swap
  case save(String)
  case load(String)
  case new
  case help
  case quit

  /// An empty line: go on.
  case next

  /// The commands in full.
  static let words = [
    "hint", "analyze", "heat", "undo", "bad", "swap", "save", "load", "new",
    "help", "quit",
  ]

  /// What to type instead of a line that says nothing.
  static func suggestion(for line: String) -> String {
    let word = line.split(separator: " ").first.map(String.init) ?? ""
    guard let near = Nearest.name(to: word, among: words) else {
      return "expected 1-9, a1-c3, center or a command; ? lists them"
    }
    return "did you mean \(near)?; ? lists the commands"
  }

  /// Reads a line: keys 1…9 as on a numpad, a1…c3, words such as `center` or
  /// `top left`, or a command. Nil if it is none of these.
  init?(_ line: String) {
    guard !line.hasPrefix("-") else { return nil }
    let words = line.lowercased().split { " \t-".contains($0) }
    let text = words.joined(separator: " ")
    switch text {
    case "": self = .next
    case "hint", "h": self = .hint
    case "analyze", "analyse", "a": self = .analyze
    case "heat": self = .heat
    case "undo", "u": self = .undo
    case "bad": self = .bad(nil)
    case "swap": self = .swap
    case "new", "n": self = .new
    case "?", "help": self = .help
    case "quit", "exit", "q": self = .quit
    default:
      guard
        let command = PlayCommand(words.map(String.init), rest: rest(of: line))
      else { return nil }
      self = command
    }
  }

  /// Reads a square, or a command that something follows.
  private init?(_ words: [String], rest: String) {
    switch words[0] {
    case "save": self = .save(rest)
    case "load": self = .load(rest)
    case "bad":
      guard let square = PlayCommand.square(Array(words.dropFirst())) else {
        return nil
      }
      self = .bad(square)
    default:
      guard let square = PlayCommand.square(words) else { return nil }
      self = .move(square)
    }
  }

  private static func square(_ words: [String]) -> Square? {
    let text = words.joined(separator: " ")
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

/// The text after the first word, as it was typed.
private func rest(of line: String) -> String {
  func isBlank(_ character: Character) -> Bool { " \t".contains(character) }
  var rest = line[...].trimmingPrefix(while: isBlank)
  rest = rest.trimmingPrefix { !isBlank($0) }.trimmingPrefix(while: isBlank)
  while let last = rest.last, isBlank(last) { rest.removeLast() }
  return String(rest)
}
