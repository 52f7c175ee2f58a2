public import TicTacToe

/// How much negative examples say, and how much of it is true.
public struct LabelStatistics: Sendable, Equatable {
  public let positions: Int

  /// The labels: moves named as bad.
  public let labels: Int

  /// Wrong labels: the move keeps the position's exact value.
  public let wrong: Int

  /// Whether every bad move of the positions is named, so that the examples say
  /// as much as their good moves would.
  public let isComplete: Bool

  /// Compares examples with the solution.
  ///
  /// - Complexity: O(examples).
  public init(of examples: [NegativeExample], solution: Solution) {
    var (labels, wrong, missing) = (0, 0, 0)
    for example in examples {
      guard let number = solution.graph.node(of: example.position) else {
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
