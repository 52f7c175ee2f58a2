internal import NeuralNetwork

/// How a setting changes while the budget is spent.
public enum Schedule {
  /// From `start` to `end` in a straight line; `progress` in 0…1.
  public static func linear(
    from start: Float,
    to end: Float,
    at progress: Float
  ) -> Float {
    start + (end - start) * progress
  }

  /// From `start` to `end` by a constant factor; both positive, or constant at
  /// `start` if either is 0.
  public static func geometric(
    from start: Float,
    to end: Float,
    at progress: Float
  ) -> Float {
    guard start > 0, end > 0, start != end else { return start }
    return start * .exp(progress * .log(end / start))
  }
}
