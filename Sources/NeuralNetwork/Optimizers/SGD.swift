/// Stochastic gradient descent: θ ← θ − η g.
public struct SGD: Optimizer, Equatable {
  /// The step size η.
  public var learningRate: Float

  /// Creates the plain rule.
  public init(learningRate: Float) {
    self.learningRate = learningRate
  }

  /// Moves the parameters a step against the gradient.
  public mutating func update(
    _ parameters: inout MutableSpan<Float>,
    against gradient: Span<Float>
  ) {
    precondition(
      parameters.count == gradient.count,
      "\(gradient.count) gradients for \(parameters.count) parameters"
    )
    for i in gradient.indices { parameters[i] -= learningRate * gradient[i] }
  }
}
