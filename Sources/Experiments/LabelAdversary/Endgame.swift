internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// A late position of 4×4, four in a row, with its optimal moves, found by
/// searching all that may follow: six or seven squares are free.
///
/// The search is exact and far cheaper than solving all 9.7 million positions.
struct Endgame: Sendable {
  let board: Position

  /// Its optimal moves, bit i standing for square i; never all that are legal.
  let optimal: UInt64

  /// The number of examples, and of positions that judge.
  static let (taught, judged) = (200, 600)

  /// Positions where some move is bad, from random games; the last ones judge.
  static let pool: [Endgame] = {
    guard let rules = try? Rules(columns: 4, rows: 4, inARow: 4) else {
      preconditionFailure("no board of 4×4")
    }
    var rng = SeededGenerator(seed: 0, stream: 1 << 60)
    var known: Set<Position> = []
    var pool: [Endgame] = []
    while pool.count < 1600 {
      var board = Position(rules: rules)
      let plies = 9 + rng.next(below: 2)
      while board.ply < plies, board.outcome == nil {
        let legal = Array(board.legalMoves)
        board = board.playing(legal[rng.next(below: legal.count)])
      }
      guard board.outcome == nil, known.insert(board).inserted else { continue }
      let endgame = Endgame(board)
      if endgame.optimal != board.legalMask { pool.append(endgame) }
    }
    return pool
  }()

  init(_ board: Position) {
    self.board = board
    let moves = board.legalMoves.map { move in
      (move, -Endgame.value(of: board.playing(move)))
    }
    let best = moves.map(\.1).max()
    optimal = moves.filter { $0.1 == best }.reduce(0) {
      $0 | 1 << UInt64($1.0.index)
    }
  }

  /// The mover's result by best play: 1, 0 or −1.
  ///
  /// - Complexity: at most the factorial of the number of free squares.
  static func value(
    of position: Position, from alpha: Int = -1, to beta: Int = 1
  ) -> Int {
    if let outcome = position.outcome {
      return outcome.value(for: position.sideToMove)
    }
    var best = -1
    for move in position.legalMoves {
      let reply = position.playing(move)
      best = max(best, -value(of: reply, from: -beta, to: -max(alpha, best)))
      if best >= beta { break }
    }
    return best
  }

  /// The four windows of 3×3, seen by the side to move.
  static func windows(of board: Position) -> [Position] {
    let rules = board.rules
    return [(0, 0), (1, 0), (0, 1), (1, 1)].map { column, row in
      func window(_ stones: Bitboard) -> Bitboard {
        stones.squares(in: rules).reduce([]) { result, square in
          let x = square.index % rules.columns - column
          let y = square.index / rules.columns - row
          guard 0..<3 ~= x, 0..<3 ~= y else { return result }
          return result.union(Bitboard(Square(y * 3 + x), in: .ticTacToe))
        }
      }
      return Position(
        rules: .ticTacToe, mover: window(board.mover),
        opponent: window(board.opponent)
      )
    }
  }
}
