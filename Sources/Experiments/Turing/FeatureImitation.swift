internal import NeuralNetwork
internal import Players
package import Training

/// Cloning by six numbers: the weights of a `FeaturePolicy` for which the moves
/// that were watched are likeliest.
///
/// The log-likelihood is concave, so no seed is needed. If the data are
/// separable its maximum is at infinity; the fixed step count stops short of it.
package struct FeatureImitation: Sendable {
  package private(set) var policy: FeaturePolicy

  private static let steps = 400

  /// Fits the moves that were watched.
  ///
  /// - Precondition: something was seen.
  /// - Complexity: O(steps · moves of the positions seen).
  package init(of watched: Demonstrations) {
    precondition(watched.moves > 0, "cloning what was never seen")
    policy = FeaturePolicy(
      name: "features", weights: FeaturePolicy.Feature.allCases.map { _ in 0 }
    )
    let views = FeatureView.all(of: watched)
    var optimizer = Adam(
      learningRate: 0.1, parameterCount: policy.weights.count
    )
    for step in 0..<FeatureImitation.steps {
      optimizer.learningRate = Schedule.linear(
        from: 0.1, to: 0.005, at: Float(step) / Float(FeatureImitation.steps)
      )
      var gradient = policy.weights.map { _ in Float(0) }
      for view in views {
        let loss = Loss.crossEntropy(
          of: view.distribution(by: policy), target: view.shares
        )
        view.add(loss.gradient, weight: view.weight, to: &gradient)
      }
      var weights = policy.weights.mutableSpan
      optimizer.update(&weights, against: gradient.span)
    }
  }
}
