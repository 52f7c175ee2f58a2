internal import NeuralNetwork
internal import Players

extension AdversarialLearning {
  /// How the first predictor is being taught at a moment.
  public struct Measures: Sendable, Equatable {
    /// The share of true and forged pairs that the discriminator tells right.
    public let accuracy: Double

    /// The length of the adversarial gradient by the predictor's parameters.
    public let norm: Double

    /// The cosine of the angle between it and the gradient of the cross-entropy
    /// to the examples' own distributions; nil where either vanishes.
    public let cosine: Double?
  }

  /// Measures on a batch of its own: 512 examples that no step has drawn.
  ///
  /// - Complexity: O(parameters) an example, in both networks.
  public var measures: Measures {
    var learning = self
    learning.recipe.batch = 512
    learning.recipe.noise = 0
    var rng = SeededGenerator(seed: seed, stream: RandomStream.measures)
    var round = learning.play(noise: 0, using: &rng)
    let seen = discriminator.examine(round.truths + round.answers[0].pairs)
    let accuracy = discriminator.accuracy(of: seen, truths: round.truths.count)
    let adversarial = gradient(
      byLogits: adversarialGradients(of: round)[0],
      in: round,
      predictor: 0
    )
    round.targets = round.drawn.map(\.target)
    let supervised = gradient(
      byLogits: crossEntropyGradients(of: round.answers[0], in: round),
      in: round,
      predictor: 0
    )
    let (a, b) = (adversarial.length, supervised.length)
    var product = 0.0
    for (x, y) in zip(adversarial, supervised) {
      product += Double(x) * Double(y)
    }
    return Measures(
      accuracy: accuracy,
      norm: a,
      cosine: a * b > 0 ? product / (a * b) : nil
    )
  }
}

extension [Float] {
  /// The Euclidean norm.
  fileprivate var length: Double {
    reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
  }
}
