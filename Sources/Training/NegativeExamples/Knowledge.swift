public import TicTacToe

/// What some negative examples say, beside what is exactly true.
public struct Knowledge: Sendable, Equatable {
  /// The positions with a label.
  public let positions: Int

  /// The labels: moves named as bad.
  public let labels: Int

  /// Labels that are wrong: the move keeps the position's exact value.
  public let wrong: Int

  /// Whether every bad move of every position with a label is named, so that
  /// the examples say as much as their good moves would.
  public let isComplete: Bool

  /// Compares examples with the solution.
  ///
  /// - Complexity: O(examples).
  public init(
    of examples: [NegativeExample],
    solution: Solution = .ticTacToe
  ) {
    var (labels, wrong, missing) = (0, 0, 0)
    for example in examples {
      guard let number = solution.space.number(of: example.position) else {
        continue
      }
      let optimal = solution.optimalMoves[number]
      let bad = example.position.empty.subtracting(optimal)
      labels += example.bad.count
      wrong += example.bad.intersection(optimal).count
      missing += bad.subtracting(example.bad).count
    }
    positions = examples.count
    self.labels = labels
    self.wrong = wrong
    isComplete = missing == 0
  }
}
