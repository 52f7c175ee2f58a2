internal import NeuralNetwork
public import TicTacToe

extension NetworkPolicy {
  /// The probability and the logit of every move of a state space, of shape
  /// [edges].
  ///
  /// - Complexity: One evaluation of each view of the decision positions.
  public func tabulated(
    in space: StateSpace
  ) -> (probabilities: [Float], logits: [Float]?) {
    precondition(
      space.rules == encoding.rules,
      "a policy for \(encoding.rules) in the positions of \(space.rules)"
    )
    let views = EncodedSpace.of(space, encoding, group)
    var batch = views.batch
    network.evaluate(&batch)
    var outputs: [Float] = []
    outputs.reserveCapacity(views.legal.count * space.rules.squareCount)
    for row in views.legal.indices { outputs += batch.outcomes(ofRow: row) }
    let powers = powers(of: outputs, legal: views.legal)
    var probabilities = views.outputs.map { powers[Int($0)] }
    // The images of a position share their exponentials, but not their sums: a
    // sum in the order of the squares rounds as for a single position.
    for number in space.decisions {
      let edges = space.edges(of: number)
      var total: Float = 0
      for edge in edges { total += probabilities[edge] }
      for edge in edges { probabilities[edge] /= total }
    }
    return (probabilities, views.outputs.map { outputs[Int($0)] })
  }

  /// The probabilities of each view's moves before normalization, of shape
  /// [views, squares]: eᶻ, scaled so that the greatest is 1.
  private func powers(of outputs: [Float], legal: [UInt64]) -> [Float] {
    let squares = encoding.rules.squareCount
    var powers = [Float](repeating: 0, count: outputs.count)
    for (row, legal) in legal.enumerated() {
      let start = row * squares
      var greatest = -Float.infinity
      var least = Float.infinity
      for square in 0..<squares where legal >> square & 1 == 1 {
        let logit = head.logit(of: outputs[start + square])
        powers[start + square] = logit
        greatest = max(greatest, logit)
        least = min(least, logit)
      }
      precondition(
        (greatest - least).isFinite,
        "the legal logits go from \(least) to \(greatest)"
      )
      for square in 0..<squares where legal >> square & 1 == 1 {
        powers[start + square] = .exp(powers[start + square] - greatest)
      }
    }
    return powers
  }
}
