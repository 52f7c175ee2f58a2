internal import Evaluation
internal import Players
internal import TicTacToe

/// The ranking of the squares that explains most of a policy's choices. A
/// policy that it explains nearly completely has learned nothing about
/// positions.
struct FixedRanking {
  /// The squares, the most preferred first.
  let squares: [Square]

  /// The share of the positions with several moves whose greedy move is the
  /// first legal square of the ranking.
  let agreement: Double

  /// Fits a ranking: sorts squares by how often they are chosen when legal,
  /// then exchanges pairs as long as the agreement grows.
  ///
  /// - Complexity: O(positions · squares³) per round.
  init(
    of choices: some Sequence<(position: Position, move: Square)>,
    in rules: Rules
  ) {
    // As masks over the squares, since every exchange looks at all of them.
    var legal: [UInt64] = []
    var moves: [Int] = []
    for (position, move) in choices {
      let mask = position.legalMask
      if mask.nonzeroBitCount < 2 { continue }
      legal.append(mask)
      moves.append(move.index)
    }
    let squares = (0..<rules.squareCount).map(Square.init)
    let shares = squares.map { square in
      let possible = legal.indices.filter { legal[$0] >> square.index & 1 == 1 }
      let made = possible.count { moves[$0] == square.index }
      return Double(made) / Double(max(1, possible.count))
    }
    func agreement(_ ranking: [Square]) -> Double {
      var agreeing = 0
      for i in legal.indices {
        for square in ranking where legal[i] >> square.index & 1 == 1 {
          if square.index == moves[i] { agreeing += 1 }
          break
        }
      }
      return Double(agreeing) / Double(legal.count)
    }
    var best = squares.sorted {
      (shares[$1.index], $0.index) < (shares[$0.index], $1.index)
    }
    var value = agreement(best)
    var improves = true
    while improves {
      improves = false
      for i in best.indices {
        for j in best.indices.dropFirst(i + 1) {
          var other = best
          other.swapAt(i, j)
          let otherValue = agreement(other)
          if otherValue > value {
            (best, value, improves) = (other, otherValue, true)
          }
        }
      }
    }
    self.squares = best
    self.agreement = value
  }

  /// Fits a ranking to a policy's likeliest moves on 3×3.
  init(of table: PolicyTable) {
    let graph = table.graph
    self.init(
      of: graph.decisions.lazy.map {
        (position: graph.positions[$0], move: table.greedyMove($0))
      },
      in: graph.rules
    )
  }

  /// The first square of the ranking that is free.
  func move(in position: Position) -> Square? {
    let legal = position.legalMask
    return squares.first { legal >> UInt64($0.index) & 1 == 1 }
  }
}
