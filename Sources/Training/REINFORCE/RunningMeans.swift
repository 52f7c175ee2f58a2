internal import TicTacToe

/// A baseline: the running mean of the returns met in each position.
struct RunningMeans: Equatable, Sendable {
  /// The mean of one position.
  struct Mean: Equatable, Sendable {
    /// How many returns it has seen.
    var count = 0

    /// Their mean, the recent ones counting more.
    var value: Float = 0
  }

  /// The least weight of a new return.
  static let leastRate: Float = 0.05

  /// The means by position, as the network sees it.
  private(set) var means: [Position: Mean] = [:]

  /// The baseline of a position: 0 before its first return.
  func value(of position: Position) -> Float {
    means[position]?.value ?? 0
  }

  /// Moves the mean of a position towards a return, by 1/n or the least rate.
  mutating func update(_ position: Position, with value: Float) {
    var mean = means[position] ?? Mean()
    mean.count += 1
    let rate = max(1 / Float(mean.count), RunningMeans.leastRate)
    mean.value += rate * (value - mean.value)
    means[position] = mean
  }

  /// Puts back what was saved.
  mutating func restore(_ position: Position, _ mean: Mean) {
    means[position] = mean
  }
}
