internal import NeuralNetwork

/// Indices drawn in proportion to whole weights.
package struct CumulativeWeights: Sendable {
  /// The sum of the weights up to each index, inclusive.
  private let sums: [Int]

  /// - Precondition: no weight is negative, and one is positive.
  package init(_ weights: [Int]) {
    var sum = 0
    sums = weights.map { weight in
      precondition(weight >= 0, "a weight of \(weight)")
      sum += weight
      return sum
    }
    precondition(sum > 0, "\(weights.count) weights of the sum \(sum)")
  }

  var sum: Int { sums[sums.count - 1] }

  /// Draws an index by one random number below the sum.
  ///
  /// - Complexity: O(log weights).
  package func sampleIndex(
    using rng: inout some RandomNumberGenerator
  ) -> Int {
    let number = rng.next(below: sum)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > number {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }
}
