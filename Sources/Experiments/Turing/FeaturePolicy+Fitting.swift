internal import NeuralNetwork
internal import Players
internal import TicTacToe
package import Training

extension FeaturePolicy {
  /// Clones by six numbers: the weights for which the moves that were watched
  /// are likeliest.
  ///
  /// The log-likelihood is concave, so no seed is needed. If the data are
  /// separable its maximum is at infinity; the fixed step count stops short of
  /// it.
  ///
  /// - Precondition: something was seen.
  /// - Complexity: O(steps · moves of the positions seen).
  package init(cloning watched: Demonstrations) {
    precondition(watched.moves > 0, "cloning what was never seen")
    self.init(name: "features", weights: Feature.allCases.map { _ in 0 })
    let views = FeatureView.all(of: watched)
    let steps = 400
    var optimizer = Adam(learningRate: 0.1, parameterCount: weights.count)
    for step in 0..<steps {
      optimizer.learningRate = Schedule.linear(
        from: 0.1, to: 0.005, at: Float(step) / Float(steps)
      )
      var gradient = weights.map { _ in Float(0) }
      for view in views {
        let loss = Loss.crossEntropy(
          of: view.distribution(by: self), target: view.shares
        )
        view.add(loss.gradient, weight: view.weight, to: &gradient)
      }
      var weights = weights.mutableSpan
      optimizer.update(&weights, against: gradient.span)
    }
  }

  /// Turing Learning with six numbers on either side: a model that weighs a
  /// move's features must pass for the player that was watched, before a
  /// discriminator that weighs them, too. Li, Gauci & Groß (2016).
  ///
  /// The discriminator scores a move s = u · f and descends the logistic loss
  /// of watched moves against the model's; the model ascends the score to be
  /// expected of its own, exactly, over all moves. Where neither can gain, the
  /// features of both are equal in the mean. That is also the condition of
  /// greatest likelihood, so cloning by these features should find the same
  /// weights.
  ///
  /// - Precondition: something was seen.
  /// - Complexity: O(steps · moves of the positions seen).
  package init(passingFor watched: Demonstrations) {
    precondition(watched.moves > 0, "inferring what was never seen")
    let nothing = Feature.allCases.map { _ in Float(0) }
    self.init(name: "features", weights: nothing)
    var judge = self
    let views = FeatureView.all(of: watched)
    let steps = 800
    // The weight of the discriminator's penalty ½|u|².
    let penalty: Float = 0.2
    let rates: [Float] = [0.05, 0.1]
    var optimizers = rates.map {
      Adam(learningRate: $0, parameterCount: nothing.count)
    }
    for step in 0..<steps {
      let left = 1 - Float(step) / Float(steps)
      for i in rates.indices { optimizers[i].learningRate = left * rates[i] }
      // Against the gradient of either's loss.
      var gradients = (
        policy: nothing, judge: judge.weights.map { penalty * $0 }
      )
      for view in views {
        let answer = view.distribution(by: self)
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
      var weights = weights.mutableSpan
      optimizers[0].update(&weights, against: gradients.policy.span)
      var own = judge.weights.mutableSpan
      optimizers[1].update(&own, against: gradients.judge.span)
    }
  }
}

/// A position that was seen, with its images, as the features of its moves.
struct FeatureView: Sendable {
  /// The features of each move, of shape [moves].
  let features: [UInt8]

  /// The share of each move among those made here, of shape [moves].
  let shares: OutcomeVector

  /// The position's share of all moves seen.
  let weight: Float

  /// Every position seen, up to symmetry.
  static func all(of watched: Demonstrations) -> [FeatureView] {
    let graph = ticTacToe.states
    let canonical = watched.upToSymmetry
    return graph.decisions.compactMap { number in
      let edges = graph.edges(of: number)
      let counts = canonical.counts[edges]
      let sum = counts.reduce(0, +)
      if sum == 0 { return nil }
      return FeatureView(
        features: edges.map {
          FeaturePolicy.features(
            of: graph.move(along: $0), in: graph.positions[number]
          )
        },
        shares: OutcomeVector(counts.map { Float($0) / Float(sum) }),
        weight: Float(sum) / Float(watched.moves)
      )
    }
  }

  /// A policy's distribution over its moves.
  func distribution(by policy: FeaturePolicy) -> Categorical {
    Categorical(
      logits: features.map(policy.logit),
      legal: (1 << UInt64(features.count)) - 1
    )
  }

  /// Adds a gradient by the logits, of shape [moves], times a weight, to the
  /// gradient by the policy's weights, of shape [features].
  func add(_ slopes: OutcomeVector, weight: Float, to gradient: inout [Float]) {
    for (move, slope) in slopes.enumerated() {
      for feature in gradient.indices
      where features[move] >> UInt8(feature) & 1 == 1 {
        gradient[feature] += weight * slope
      }
    }
  }
}
