/// A baseline: the running mean of the returns met in each position.
struct RunningMeans: Equatable, Sendable {
  /// The mean of one position.
  struct Mean: Equatable, Sendable {
    /// How many returns it has seen.
    var count = 0

    /// Their mean, the recent ones counting more; 0 before the first.
    var value: Float = 0
  }

  /// The least weight of a new return.
  static let leastRate: Float = 0.05

  /// The means by the numbers of the positions, as the network sees them.
  var means: [Mean]

  /// Knows nothing of a number of positions.
  init(positions: Int) {
    means = [Mean](repeating: Mean(), count: positions)
  }

  /// Moves the mean of a position towards a return, by 1/n or the least rate.
  mutating func update(_ number: Int, with value: Float) {
    means[number].count += 1
    let rate = max(1 / Float(means[number].count), RunningMeans.leastRate)
    means[number].value += rate * (value - means[number].value)
  }
}
