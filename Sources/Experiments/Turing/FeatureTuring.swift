internal import NeuralNetwork
internal import Players
package import Training

/// Turing Learning with six numbers on either side: a model that weighs a
/// move's features must pass for the player that was watched, before a
/// discriminator that weighs them, too. Li, Gauci & Groß (2016).
///
/// The discriminator scores a move s = u · f and descends the logistic loss of
/// watched moves against the model's; the model ascends the score to be
/// expected of its own, exactly, over all moves. Where neither can gain, the
/// features of both are equal in the mean. That is also the condition of
/// greatest likelihood, so cloning by these features should find the same
/// weights.
package struct FeatureTuring: Sendable {
  package private(set) var policy: FeaturePolicy

  private static let steps = 800

  /// The weight of the discriminator's penalty ½|u|².
  private static let penalty: Float = 0.2

  /// Fits the moves that were watched.
  ///
  /// - Precondition: something was seen.
  /// - Complexity: O(steps · moves of the positions seen).
  package init(of watched: Demonstrations) {
    precondition(watched.moves > 0, "inferring what was never seen")
    let nothing = FeaturePolicy.Feature.allCases.map { _ in Float(0) }
    policy = FeaturePolicy(name: "features", weights: nothing)
    var judge = policy
    let views = FeatureView.all(of: watched)
    let rates: [Float] = [0.05, 0.1]
    var optimizers = rates.map {
      Adam(learningRate: $0, parameterCount: nothing.count)
    }
    for step in 0..<FeatureTuring.steps {
      let left = 1 - Float(step) / Float(FeatureTuring.steps)
      for i in rates.indices { optimizers[i].learningRate = left * rates[i] }
      // Against the gradient of either's loss.
      var gradients = (
        policy: nothing, judge: judge.weights.map { FeatureTuring.penalty * $0 }
      )
      for view in views {
        let answer = view.distribution(by: policy)
        let scores = OutcomeVector(view.features.map(judge.logit))
        view.add(
          Loss.expectedReturn(of: answer, values: scores).gradient,
          weight: view.weight, to: &gradients.policy
        )
        let slopes = OutcomeVector(count: scores.count) { move in
          // σ(s) of the model's moves, σ(s) − 1 of the watched ones.
          let belief = Float.exp(.logSigmoid(scores[move]))
          return answer.probabilities[move] * belief
            - view.shares[move] * (1 - belief)
        }
        view.add(slopes, weight: view.weight, to: &gradients.judge)
      }
      var weights = policy.weights.mutableSpan
      optimizers[0].update(&weights, against: gradients.policy.span)
      var own = judge.weights.mutableSpan
      optimizers[1].update(&own, against: gradients.judge.span)
    }
  }
}
