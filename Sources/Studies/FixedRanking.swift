internal import Evaluation
internal import TicTacToe

/// The one ranking of the squares that a policy's choices come closest to: if
/// it explains nearly all of them, the policy has learned nothing about
/// positions.
struct FixedRanking {
  /// The squares, the most preferred first.
  let squares: [Square]

  /// The share of the positions with a choice where the highest of them that is
  /// legal is the greedy move.
  let agreement: Double

  /// Fits a ranking: squares by how often they are chosen where they can be,
  /// then pairs exchanged as long as that agrees more.
  ///
  /// - Complexity: O(positions · squares³) a round.
  init(of table: PolicyTable) {
    let choices = table.space.decisions.compactMap {
      number -> (legal: Bitboard, move: Square)? in
      let position = table.space.positions[number]
      if position.legalMoves.count < 2 { return nil }
      return (position.empty, table.greedyMove(number))
    }
    let rules = table.space.rules
    let squares = (0..<rules.squareCount).map(Square.init)
    let shares = squares.map { square in
      let possible = choices.filter { $0.legal.contains(square, in: rules) }
      let made = possible.count { $0.move == square }
      return Double(made) / Double(max(1, possible.count))
    }
    func agreement(_ ranking: [Square]) -> Double {
      let agreeing = choices.count { legal, move in
        ranking.first { legal.contains($0, in: rules) } == move
      }
      return Double(agreeing) / Double(choices.count)
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
}
