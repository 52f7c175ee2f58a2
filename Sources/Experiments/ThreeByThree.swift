package import Evaluation
package import TicTacToe
package import Training

/// The board of all studies: their figures are exact because everything about
/// 3×3 is known.
package let ticTacToe = Board(.ticTacToe)

extension Metrics {
  /// Every figure, which 3×3 always has.
  package var exactProof: Proof {
    guard let proof else {
      preconditionFailure("an evaluation by walks in a study of 3×3")
    }
    return proof
  }
}
