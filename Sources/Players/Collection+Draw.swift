internal import NeuralNetwork

extension Collection<Float> {
  /// Where one of the shares lies, drawn by their size; nil if none is above 0.
  ///
  /// Where rounding makes them sum to less than 1, the last has the rest.
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
