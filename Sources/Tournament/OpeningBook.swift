public import TicTacToe

/// The openings from which the games of a tournament start, in turn.
public struct OpeningBook: Sendable, Equatable {
  /// The moves of each, from the empty board; no game is over after them.
  public let openings: [[Square]]

  /// The empty board alone.
  public static let none = OpeningBook(openings: [[]])

  private init(openings: [[Square]]) {
    self.openings = openings
  }

  /// Every opening of 3×3 of a number of moves, up to symmetry and up to the
  /// order of moves: 1, 3, 12 or 38 for 0, 1, 2 or 3 plies. Each is the
  /// lexicographically least that leads to such a position.
  public init(plies: Int) {
    precondition(0...3 ~= plies, "openings of \(plies) plies, expected 0…3")
    var lines: [(moves: [Square], position: Position)] = [([], Position())]
    for _ in 0..<plies {
      var seen: Set<Position> = []
      lines = lines.flatMap { line in
        line.position.legalMoves.map { move in
          (moves: line.moves + [move], position: line.position.playing(move))
        }
      }.filter {
        seen.insert(SymmetryGroup.ticTacToe.canonical($0.position).position)
          .inserted
      }
    }
    openings = lines.map(\.moves)
  }

  /// Why a text is no book.
  public struct Damage: Error, Equatable {
    /// The line, from 1; 0 stands for the whole text.
    public let line: Int

    /// What is wrong with it.
    public let reason: String
  }

  /// Reads a book: an opening a line, its moves such as `a1 b2` with spaces
  /// between; `#` starts a comment.
  ///
  /// - Throws: `Damage` if a move is none or illegal, a game is over, an
  ///   opening stands there twice or none at all.
  public init(_ text: String) throws(Damage) {
    var openings: [[Square]] = []
    let lines = text.split(
      omittingEmptySubsequences: false,
      whereSeparator: \.isNewline
    )
    for (index, line) in lines.enumerated() {
      let words = line.prefix { $0 != "#" }
        .split(whereSeparator: \.isWhitespace)
      if words.isEmpty { continue }
      func damage(_ reason: String) -> Damage {
        Damage(line: index + 1, reason: reason)
      }
      var position = Position()
      var moves: [Square] = []
      for word in words {
        guard let move = try? position.rules.square(named: String(word)) else {
          throw damage("no square is called '\(word.prefix(20))'")
        }
        guard (try? position.play(move)) != nil else {
          throw damage("\(word) is no legal move there")
        }
        moves.append(move)
      }
      guard position.outcome == nil else { throw damage("the game is over") }
      guard !openings.contains(moves) else { throw damage("it is there twice") }
      openings.append(moves)
    }
    guard !openings.isEmpty else {
      throw Damage(line: 0, reason: "no opening, expected one a line: a1 b2")
    }
    self.openings = openings
  }

  /// The openings in letters and digits, a line each.
  package var text: String {
    openings.map { moves in
      moves.map { Rules.ticTacToe.name(of: $0) }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}
