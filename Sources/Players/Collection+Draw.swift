internal import NeuralNetwork

extension Collection<Float> {
  /// The index of a share, drawn in proportion to the shares; nil if all are 0.
  ///
  /// If rounding makes them sum to less than 1, the last share has the rest.
  ///
  /// - Complexity: O(shares).
  package func sampleIndex(
    using rng: inout some RandomNumberGenerator
  ) -> Index? {
    var remaining = rng.nextUnit()
    var choice: Index?
    for index in indices where self[index] > 0 {
      choice = index
      remaining -= self[index]
      if remaining < 0 { break }
    }
    return choice
  }
}
