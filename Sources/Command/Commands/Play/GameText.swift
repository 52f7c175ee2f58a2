import TicTacToe

/// A game, finished or not, as a text of three lines.
///
/// ```
/// noughts game 1
/// moves a1 b2 c3
/// board ..X/.O./X..
/// ```
///
/// The board must be the one that the moves lead to. Other boards than 3×3 are
/// named there, too: `board 4x4:3 …`.
struct GameText: Equatable {
  /// The largest text that is read, in bytes.
  static let largest = 1_024

  /// The moves, from the empty board on.
  let moves: [Square]

  private let rules: Rules

  /// The first wrong line of a text, from 1, and the reason.
  struct Damage: Error, Equatable {
    let line: Int
    let reason: String
  }

  init(_ moves: [Square], _ rules: Rules) {
    self.moves = moves
    self.rules = rules
  }

  /// The text, each line with a line feed.
  var text: String {
    let position = rules.position(after: moves)
    let names = moves.map(position.rules.name(of:))
    let lines = [
      GameText.title, (["moves"] + names).joined(separator: " "),
      rules == .implied
        ? "board \(position.text)" : "board \(rules.text) \(position.text)",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  /// Reads a text and replays the game.
  ///
  /// - Throws: `Damage` for the first line that differs from the written form.
  init(_ text: String, _ rules: Rules) throws(Damage) {
    self.rules = rules
    // Other systems end lines with a carriage return too.
    var lines = text.byteLines.map { line in
      line.utf8.last == UInt8(ascii: "\r")
        ? Substring(line.unicodeScalars.dropLast()) : line
    }
    if lines.last?.utf8.isEmpty == true { lines.removeLast() }
    func line(_ number: Int, _ expected: String) throws(Damage) -> Substring {
      guard lines.count >= number else {
        throw Damage(line: number, reason: "missing, expected \(expected)")
      }
      return lines[number - 1]
    }
    let title = try line(1, quoted(GameText.title))
    guard title.isSame(as: GameText.title) else {
      throw Damage(
        line: 1,
        reason: "\(quoted(String(title))), expected \(quoted(GameText.title))"
      )
    }
    if lines.count == 3 {
      let words = lines[2].words(between: " ")
      let saved =
        words.count == 3 ? try? Rules(words[1]) : Rules.implied
      if words.first.map({ ByteText($0) }) == "board", let saved, saved != rules
      {
        throw Damage(
          line: 3, reason: "a game on \(saved.name), expected \(rules.name)"
        )
      }
    }
    moves = try GameText.moves(line(2, "the moves, such as moves a1 b2"), rules)
    let expected = self.text.split(separator: "\n")[2]
    let board = try line(3, quoted(String(expected)))
    guard board.isSame(as: expected) else {
      throw Damage(
        line: 3,
        reason: "\(quoted(String(board))), but the moves lead to "
          + quoted(String(expected))
      )
    }
    guard lines.count == 3 else {
      throw Damage(line: 4, reason: "expected three lines only")
    }
  }

  private static let title = "noughts game 1"

  private static func moves(
    _ line: Substring, _ rules: Rules
  ) throws(Damage) -> [Square] {
    let words = line.unicodeScalars.split(
      separator: " ", omittingEmptySubsequences: false
    ).map { String($0) }
    guard words.first.map({ ByteText($0) }) == "moves" else {
      throw Damage(
        line: 2,
        reason: "\(quoted(String(line))), expected the moves, such as "
          + "moves a1 b2"
      )
    }
    var position = Position(rules: rules)
    var moves: [Square] = []
    for word in words.dropFirst() {
      guard let move = try? position.rules.square(named: String(word)),
        (try? position.play(move)) != nil
      else {
        throw Damage(
          line: 2,
          reason: "\(quoted(String(word))) is not a legal move in "
            + position.text
        )
      }
      moves.append(move)
    }
    return moves
  }
}
