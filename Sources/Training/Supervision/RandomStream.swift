/// The streams of a run's seed that its steps, numbered from 1, do not use.
enum RandomStream {
  /// The order of the symmetry classes.
  static let classes: UInt64 = 1 << 60

  /// Which label of several is given.
  static let labels: UInt64 = classes + 1

  /// Which moves are drawn for a loss.
  static let draws: UInt64 = classes + 2

  /// Games: each has its own stream, from here on.
  static let games: UInt64 = 1 << 61

  /// What a measurement draws.
  static let measures: UInt64 = 1 << 62
}
