/// A rule that turns gradients into steps.
public protocol Optimizer: Sendable {
  /// How far a step goes; a schedule may change it between updates.
  var learningRate: Float { get set }

  /// Moves the parameters a step against the gradient.
  ///
  /// - Complexity: O(parameters).
  mutating func update(
    _ parameters: inout MutableSpan<Float>,
    against gradient: Span<Float>
  )
}

extension Network {
  /// Moves all parameters a step against their gradient.
  public mutating func step(
    against gradient: [Float],
    by optimizer: inout any Optimizer
  ) {
    var parameters = parameters.mutableSpan
    optimizer.update(&parameters, against: gradient.span)
  }
}
