import TicTacToe

/// A line that a person typed at the board.
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

  /// An empty line: the next move.
  case next

  /// The commands in full.
  static let words = [
    "hint", "analyze", "heat", "undo", "bad", "swap", "save", "load", "new",
    "help", "quit",
  ]

  /// The advice for a line that is no command.
  static func suggestion(for line: String, _ rules: Rules) -> String {
    let word = line.words(between: " ").first ?? ""
    guard let near = Nearest.name(to: word, among: words) else {
      return
        "expected \(rules.squareNumbers), \(rules.squareNames) or a command; "
        + "? lists them"
    }
    return "did you mean \(near)?; ? lists the commands"
  }

  /// Reads a square, by its key, its name or words such as `top left`, or a
  /// command; nil for another line.
  init?(_ line: String, _ rules: Rules) {
    guard !line.begins(with: "-") else { return nil }
    let words = line.lowercased().words(between: " \t-")
    let text = words.joined(separator: " ")
    switch ByteText(text) {
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
        let command = PlayCommand(words, rest: rest(of: line), rules)
      else { return nil }
      self = command
    }
  }

  /// Reads a square, or a command that something follows.
  private init?(_ words: [String], rest: String, _ rules: Rules) {
    switch ByteText(words[0]) {
    case "save": self = .save(rest)
    case "load": self = .load(rest)
    case "bad":
      guard let square = rules.square(said: Array(words.dropFirst())) else {
        return nil
      }
      self = .bad(square)
    default:
      guard let square = rules.square(said: words) else { return nil }
      self = .move(square)
    }
  }
}

extension Rules {
  /// The numbers of squares that help lists: `1-9`.
  var squareNumbers: String { squareCount == 1 ? "1" : "1-\(squareCount)" }

  /// The names of squares that help lists: `a1-c3, center`.
  var squareNames: String {
    (squareCount == 1 ? "a1" : "a1-\(name(of: Square(squareCount - 1)))")
      + (center == nil ? "" : ", center")
  }

  /// The squares in a prompt: `1-9, a1, center`.
  var squares: String {
    "\(squareNumbers), a1" + (center == nil ? "" : ", center")
  }

  /// A square as people name it: its key, its name or words such as `top left`.
  fileprivate func square(said words: [String]) -> Square? {
    let text = words.joined(separator: " ")
    // Longer than the words of any square.
    guard text.utf8.count <= 64 else { return nil }
    if let key = Int(text), (1...squareCount).contains(key),
      text == "\(key)"
    {
      return Square(key - 1)
    }
    if let square = try? square(named: text) { return square }
    let (top, right) = (rows - 1, columns - 1)
    let rowWords = ["bottom": 0, "lower": 0, "top": top, "upper": top]
    let columnWords = ["left": 0, "right": right]
    let middles = ["center", "centre", "middle"]
    var (row, column): (Int?, Int?) = (nil, nil)
    var isMiddle = false
    for word in words {
      if let value = rowWords[word], row == nil {
        row = value
      } else if let value = columnWords[word], column == nil {
        column = value
      } else if middles.contains(word), !isMiddle {
        isMiddle = true
      } else {
        return nil
      }
    }
    // "top" alone is a row, not a square, unless the middle is named too.
    let named = [row, column].compactMap(\.self).count
    guard named == 2 && !isMiddle || isMiddle && named <= 1,
      named == 2 || center != nil
    else { return nil }
    return Square((row ?? top / 2) * columns + (column ?? right / 2))
  }
}

/// The text after the first word, as it was typed.
private func rest(of line: String) -> String {
  func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t"
  }
  var rest = line.unicodeScalars[...].trimmingPrefix(while: isBlank)
  rest = rest.trimmingPrefix { !isBlank($0) }.trimmingPrefix(while: isBlank)
  while let last = rest.last, isBlank(last) { rest.removeLast() }
  return String(rest)
}
