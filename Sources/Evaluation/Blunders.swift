public import TicTacToe

/// The moves of a policy that lower a position's exact value: bad moves.
public struct Blunders: Sendable, Equatable {
  /// In how many decision positions the greedy move is bad.
  public let count: Int

  /// How many decision positions there are.
  public let positions: Int

  /// The probability of bad moves, the mean over the decision positions.
  public let mass: Double

  /// The gap between the greatest logit of an optimal and that of a bad move,
  /// the smallest of all positions with a bad move; negative if a position is
  /// misplayed, nil for a policy without logits.
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
    let (isOptimal, probabilities) = (solution.isOptimal, table.probabilities)
    count = space.decisions.count { !isOptimal[table.greedyEdge($0)] }
    var mass = 0.0
    for edge in probabilities.indices {
      mass += isOptimal[edge] ? 0 : Double(probabilities[edge])
    }
    self.mass = mass / Double(space.decisions.count)
    margin = table.logits.flatMap { Blunders.margin(of: $0, solution) }
    positions = space.decisions.count
  }

  private static func margin(
    of logits: [Float],
    _ solution: Solution
  ) -> Float? {
    let isOptimal = solution.isOptimal
    var margin: Float?
    for number in solution.space.decisions {
      // Without branches, which would be mispredicted.
      var (good, bad) = (-Float.infinity, -Float.infinity)
      for edge in solution.space.edges(of: number) {
        let logit = logits[edge]
        good = max(good, isOptimal[edge] ? logit : -.infinity)
        bad = max(bad, isOptimal[edge] ? -.infinity : logit)
      }
      if bad.isFinite { margin = min(margin ?? .infinity, good - bad) }
    }
    return margin
  }
}
