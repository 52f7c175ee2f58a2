public import TicTacToe

/// The moves of a policy that lower a position's exact value.
public struct Blunders: Sendable, Equatable {
  /// In how many decision positions the greedy move is one.
  public let count: Int

  /// How many decision positions there are.
  public let positions: Int

  /// The mean probability of such moves over the decision positions.
  public let mass: Double

  /// The smallest gap, over the positions where some move is bad, between the
  /// best logit of an optimal and the best of another move; negative if a
  /// position is misplayed, nil for a policy without logits.
  public let margin: Float?

  /// Compares a policy with the solution.
  ///
  /// - Complexity: O(positions · squares).
  public init(of table: PolicyTable, solution: Solution = .ticTacToe) {
    let space = solution.space
    precondition(
      table.space.rules == space.rules,
      "a policy for \(table.space.rules) compared with \(space.rules)"
    )
    var count = 0
    var mass = 0.0
    var margin: Float?
    for number in space.decisions {
      let optimal = solution.optimalMoves[number]
      let greedy = table.greedyMove(number)
      if !optimal.contains(greedy, in: space.rules) { count += 1 }
      var (good, bad) = (-Float.infinity, -Float.infinity)
      for move in space.positions[number].legalMoves {
        let isOptimal = optimal.contains(move, in: space.rules)
        if !isOptimal {
          mass += Double(table.probabilities[number][move.index])
        }
        guard let logit = table.logits?[number][move.index] else { continue }
        if isOptimal { good = max(good, logit) } else { bad = max(bad, logit) }
      }
      if bad.isFinite { margin = min(margin ?? .infinity, good - bad) }
    }
    self.count = count
    self.mass = mass / Double(space.decisions.count)
    self.margin = margin
    positions = space.decisions.count
  }
}
