package import Evaluation
internal import Players
package import TicTacToe
package import Training

/// The board of most studies: their figures are exact because everything about
/// 3×3 is known.
package let ticTacToe = Board(.ticTacToe)

/// The board of the others, of 9,062,619 decisions.
package let fourByFour: Board = {
  guard let rules = try? Rules(columns: 4, rows: 4, inARow: 4) else {
    preconditionFailure("4×4 with four in a row is no board")
  }
  return Board(rules)
}()

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
