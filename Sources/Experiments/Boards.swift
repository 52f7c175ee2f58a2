package import Evaluation
internal import Players
package import TicTacToe
package import Training

/// The board of most studies: their figures are exact because everything about
/// 3×3 is known.
package let ticTacToe = Board(.ticTacToe)

/// Four in a row on 4×4: 9,062,619 decisions.
package let fourByFour = square(of: 4)

/// Four in a row on 5×5, which no list can hold.
let fiveByFive = square(of: 5)

private func square(of side: Int) -> Board {
  guard let rules = try? Rules(columns: side, rows: side, inARow: 4) else {
    preconditionFailure("no board of side \(side)")
  }
  return Board(rules)
}

extension Policy {
  /// The probabilities of its moves in every position.
  var table: PolicyTable { PolicyTable(of: self, in: ticTacToe.states) }
}

extension Metrics {
  /// Every figure, which 3×3 always has.
  package var exactProof: Proof {
    guard let proof else {
      preconditionFailure("an evaluation by walks in a study of 3×3")
    }
    return proof
  }
}
