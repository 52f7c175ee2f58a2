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

  private var index = PositionIndex()

  /// The means by the positions' numbers.
  private var means: [Mean] = []

  /// The positions met, as the network sees them, and their means.
  var entries: [(position: Position, mean: Mean)] {
    zip(index.positions, means).map { ($0, $1) }
  }

  /// The mean of a position; nil before its first return.
  subscript(position: Position) -> Mean? {
    index.place(of: position).map { means[$0] }
  }

  /// The baseline of a position: 0 before its first return.
  func value(of position: Position) -> Float {
    self[position]?.value ?? 0
  }

  /// Moves the mean of a position towards a return, by 1/n or the least rate.
  mutating func update(_ position: Position, with value: Float) {
    let number = insert(position)
    means[number].count += 1
    let rate = max(1 / Float(means[number].count), RunningMeans.leastRate)
    means[number].value += rate * (value - means[number].value)
  }

  /// Puts back what was saved.
  mutating func restore(_ position: Position, _ mean: Mean) {
    means[insert(position)] = mean
  }

  private mutating func insert(_ position: Position) -> Int {
    let number = index.insert(position)
    if number == means.count { means.append(Mean()) }
    return number
  }
}
