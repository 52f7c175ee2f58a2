/// The streams of a run's seed besides those of its steps, which count from 1.
enum RandomStream {
  /// The order of the symmetry classes.
  static let classes: UInt64 = 1 << 60

  /// The choice of one label among several.
  static let labels: UInt64 = classes + 1

  /// The labels drawn from all labels.
  static let draws: UInt64 = classes + 2

  /// The first of the streams of games, one for each game.
  static let games: UInt64 = 1 << 61

  /// The first of the streams of rounds of unlearning, one for each.
  static let unlearning: UInt64 = games + classes

  /// The draws of a measurement.
  static let measures: UInt64 = 1 << 62
}
