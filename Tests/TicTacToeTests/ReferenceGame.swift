import TestSupport
import TicTacToe

// Tic-tac-toe once more, slow and plain, to compare with.
struct ReferenceGame: Hashable {
  var board = [Character](repeating: ".", count: 9)

  static let lines = [
    [0, 1, 2], [3, 4, 5], [6, 7, 8],
    [0, 3, 6], [1, 4, 7], [2, 5, 8],
    [0, 4, 8], [2, 4, 6],
  ]

  var ply: Int { board.count { $0 != "." } }

  var mover: Character { ply % 2 == 0 ? "X" : "O" }

  var winner: Character? {
    for line in Self.lines {
      let marks = Set(line.map { board[$0] })
      if marks == ["X"] { return "X" }
      if marks == ["O"] { return "O" }
    }
    return nil
  }

  var moves: [Int] {
    winner == nil ? board.indices.filter { board[$0] == "." } : []
  }

  var outcome: Outcome? {
    switch winner {
    case "X": .win(.x)
    case "O": .win(.o)
    default: ply == 9 ? .draw : nil
    }
  }

  var text: String {
    "\(String(board[6...]))/\(String(board[3..<6]))/\(String(board[..<3]))"
  }

  func playing(_ move: Int) -> ReferenceGame {
    var next = self
    next.board[move] = mover
    return next
  }

  func image(under permutation: [Int]) -> ReferenceGame {
    var image = self
    for (square, place) in permutation.enumerated() {
      image.board[place] = board[square]
    }
    return image
  }

  // The bits of one side's stones, square i bit i.
  func bits(of mark: Character) -> Int {
    board.indices.reduce(0) { $0 + (board[$1] == mark ? 1 << $1 : 0) }
  }

  // The pair by which images are compared.
  var key: [Int] {
    mover == "X"
      ? [bits(of: "X"), bits(of: "O")] : [bits(of: "O"), bits(of: "X")]
  }

  // Where the symmetries of each number take the squares.
  static let symmetries: [[Int]] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8],
    [2, 5, 8, 1, 4, 7, 0, 3, 6],
    [8, 7, 6, 5, 4, 3, 2, 1, 0],
    [6, 3, 0, 7, 4, 1, 8, 5, 2],
    [2, 1, 0, 5, 4, 3, 8, 7, 6],
    [8, 5, 2, 7, 4, 1, 6, 3, 0],
    [6, 7, 8, 3, 4, 5, 0, 1, 2],
    [0, 3, 6, 1, 4, 7, 2, 5, 8],
  ]

  // Every game that can be reached, with the position that the same moves
  // lead to.
  static let all: [(game: ReferenceGame, position: Position)] = {
    var pairs = [(game: ReferenceGame(), position: Position())]
    var seen: Set = [ReferenceGame()]
    var next = 0
    while next < pairs.count {
      let (game, position) = pairs[next]
      next += 1
      for move in game.moves where seen.insert(game.playing(move)).inserted {
        pairs.append((game.playing(move), position.playing(Square(move))))
      }
    }
    return pairs
  }()

  // What each game is worth to the side to move.
  static let values: [ReferenceGame: Int] = {
    var values: [ReferenceGame: Int] = [:]
    for (game, _) in all.reversed() {
      if game.winner != nil {
        values[game] = -1
      } else {
        values[game] =
          game.moves.compactMap { values[game.playing($0)] }.map { -$0 }.max()
          ?? 0
      }
    }
    return values
  }()

  // The moves that keep the value.
  var bestMoves: [Int] {
    moves.filter {
      Self.values[playing($0)].map { -$0 } == Self.values[self]
    }
  }
}

// Whether a mark has so many in a row: by looking along every line.
func hasLine(of mark: Character, on board: [Character], _ rules: Rules) -> Bool
{
  func at(_ column: Int, _ row: Int) -> Character? {
    guard (0..<rules.columns).contains(column), (0..<rules.rows).contains(row)
    else { return nil }
    return board[row * rules.columns + column]
  }
  for row in 0..<rules.rows {
    for column in 0..<rules.columns {
      for (right, up) in [(1, 0), (0, 1), (1, 1), (-1, 1)] {
        let isLine = (0..<rules.inARow).allSatisfy {
          at(column + $0 * right, row + $0 * up) == mark
        }
        if isLine { return true }
      }
    }
  }
  return false
}
