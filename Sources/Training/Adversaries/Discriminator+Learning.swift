internal import NeuralNetwork

extension Discriminator {
  /// What helps a discriminator to keep teaching.
  public struct Regularization: Sendable, Equatable {
    /// What the label of a true pair lacks to 1: one-sided label smoothing.
    public var smoothing: Float

    /// The weight γ of the penalty R1; for the projection only.
    public var penalty: Float

    /// Chooses; by default nothing is regularized.
    public init(smoothing: Float = 0, penalty: Float = 0) {
      self.smoothing = smoothing
      self.penalty = penalty
    }
  }

  /// Makes one step against the logistic loss, the mean over the true pairs and
  /// that over the forged ones, each by its weight.
  ///
  /// - Parameter done: The steps made before, for the error.
  /// - Precondition: the weights of either kind have a positive sum.
  /// - Throws: `Divergence` if a weight grows beyond all use.
  /// - Complexity: O(pairs · parameters).
  public mutating func learn(
    true truths: [Pair],
    forged: [Pair],
    learningRate: Float,
    _ regularization: Regularization = .init(),
    done: Int = 0
  ) throws(Divergence) {
    let seen = examine(truths + forged)
    let gradient = gradient(
      of: seen,
      byScores: slopes(of: seen, truths: truths.count, regularization),
      penalty: regularization.penalty,
      ofFirst: truths.count
    )
    try Divergence.check(gradient: gradient, done: done)
    optimizer.learningRate = learningRate
    network.step(against: gradient, by: &optimizer)
    try Divergence.check(network, done: done)
  }

  /// The gradient of the logistic loss by each score.
  func slopes(
    of seen: Examination,
    truths: Int,
    _ regularization: Regularization
  ) -> [Float] {
    let weights =
      Discriminator.shares(seen.pairs.prefix(truths))
      + Discriminator.shares(seen.pairs.dropFirst(truths))
    return seen.scores.enumerated().map { row, score in
      let label = row < truths ? 1 - regularization.smoothing : 0
      return weights[row] * ScoreLoss.logistic(score, label: label).slope
    }
  }

  /// The weights of pairs as shares of their sum.
  private static func shares(_ pairs: ArraySlice<Pair>) -> [Float] {
    let sum = pairs.reduce(0) { $0 + $1.weight }
    return pairs.map { $0.weight / sum }
  }

  /// The mean of the weights of true pairs with a score above 0 and of forged
  /// ones with one below; a score of 0 is half right.
  func accuracy(of seen: Examination, truths: Int) -> Double {
    let weights =
      Discriminator.shares(seen.pairs.prefix(truths))
      + Discriminator.shares(seen.pairs.dropFirst(truths))
    var right = 0.0
    for (row, score) in seen.scores.enumerated() {
      let signed = row < truths ? score : -score
      let share = signed > 0 ? 1.0 : signed == 0 ? 0.5 : 0
      right += Double(weights[row]) * share / 2
    }
    return right
  }
}
