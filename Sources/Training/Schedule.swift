internal import NeuralNetwork

/// How a setting changes over the budget.
public enum Schedule {
  /// From `start` to `end` in a straight line; `progress` in 0…1.
  public static func linear(
    from start: Float, to end: Float, at progress: Float
  ) -> Float {
    start + (end - start) * progress
  }

  /// From `start` to `end` by a constant factor. An end below 10⁻⁶ is clamped
  /// to 10⁻⁶ until progress reaches 1.
  public static func geometric(
    from start: Float, to end: Float, at progress: Float
  ) -> Float {
    let floor: Float = 1e-6
    if start == end { return start }
    if end < floor, progress >= 1 { return end }
    let (first, last) = (max(start, floor), max(end, floor))
    return first * .exp(progress * .log(last / first))
  }
}
