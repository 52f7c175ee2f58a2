public import TicTacToe

/// The openings from which the games of a tournament start, in turn.
public struct OpeningBook: Sendable, Equatable {
  public let rules: Rules

  /// The moves of each, from the empty board; no game is over after them.
  public let openings: [[Square]]

  /// All openings with a number of moves, one per position up to symmetry, the
  /// lexicographically least; fewer moves where every game would be over.
  ///
  /// - Precondition: `plies` is 0…3.
  public init(plies: Int, on board: Board) {
    precondition(0...3 ~= plies, "openings of \(plies) plies, expected 0…3")
    rules = board.rules
    var lines = [(moves: [Square](), position: Position(rules: board.rules))]
    for _ in 0..<plies {
      var seen: Set<Position> = []
      let longer = lines.flatMap { line in
        line.position.legalMoves.map { move in
          (moves: line.moves + [move], position: line.position.playing(move))
        }
      }.filter {
        $0.position.outcome == nil
          && seen.insert(board.group.canonical($0.position).position).inserted
      }
      // On a tiny board no game is that long.
      if longer.isEmpty { break }
      lines = longer
    }
    openings = lines.map(\.moves)
  }

  /// The first error in a book.
  public struct Damage: Error, Equatable {
    /// The line, from 1; 0 stands for the whole text.
    public let line: Int
    public let reason: String
  }

  /// Reads a book with one opening per line, its moves separated by spaces,
  /// such as `a1 b2`; `#` starts a comment.
  ///
  /// - Throws: `Damage` if a move is not legal, a game is over, an opening
  ///   occurs twice or the book is empty.
  public init(_ text: String, rules: Rules) throws(Damage) {
    var openings: [[Square]] = []
    for (index, line) in text.byteLines.enumerated() {
      let words = String(line.unicodeScalars.prefix { $0 != "#" })
        .words(between: " \t\r")
      if words.isEmpty { continue }
      func damage(_ reason: String) -> Damage {
        Damage(line: index + 1, reason: reason)
      }
      var position = Position(rules: rules)
      var moves: [Square] = []
      for word in words {
        guard let move = try? position.rules.square(named: word) else {
          throw damage(
            "no square is called '\(String(word.unicodeScalars.prefix(20)))'")
        }
        guard (try? position.play(move)) != nil else {
          throw damage("\(word) is not a legal move")
        }
        moves.append(move)
      }
      guard position.outcome == nil else { throw damage("the game is over") }
      guard !openings.contains(moves) else {
        throw damage("the opening occurs twice")
      }
      openings.append(moves)
    }
    guard !openings.isEmpty else {
      throw Damage(line: 0, reason: "no opening, expected one a line: a1 b2")
    }
    self.rules = rules
    self.openings = openings
  }

  /// The openings in letters and digits, a line each.
  package var text: String {
    openings.map { moves in
      moves.map { rules.name(of: $0) }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}
