/// A baseline V: the running mean of the returns of each position.
package struct RunningMeans: Equatable, Sendable {
  struct Mean: Equatable, Sendable {
    var count = 0

    /// Their mean, weighted towards recent ones; 0 before the first.
    var value: Float = 0
  }

  /// The least weight of a new return.
  static let leastRate: Float = 0.05

  /// The means by number, of shape [positions met]; only positions that the
  /// network sees are updated.
  var means: [Mean]

  /// The mean of a position; 0 before its first return.
  package subscript(number: Int) -> Float {
    number < means.count ? means[number].value : 0
  }

  package init(positions: Int) {
    means = [Mean](repeating: Mean(), count: positions)
  }

  /// Moves the mean of a position towards a return, by 1/n or the least rate.
  package mutating func update(_ number: Int, with value: Float) {
    while means.count <= number { means.append(Mean()) }
    means[number].count += 1
    let rate = max(1 / Float(means[number].count), RunningMeans.leastRate)
    means[number].value += rate * (value - means[number].value)
  }
}
