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
    let (probabilities, logits) = (table.probabilities, table.logits)
    let isOptimal = solution.isOptimal
    var count = 0
    var mass = 0.0
    var margin: Float?
    for number in space.decisions {
      if !isOptimal[table.greedyEdge(number)] { count += 1 }
      var (good, bad) = (-Float.infinity, -Float.infinity)
      for edge in space.edges(of: number) {
        if !isOptimal[edge] { mass += Double(probabilities[edge]) }
        guard let logits else { continue }
        if isOptimal[edge] {
          good = max(good, logits[edge])
        } else {
          bad = max(bad, logits[edge])
        }
      }
      if bad.isFinite { margin = min(margin ?? .infinity, good - bad) }
    }
    self.count = count
    self.mass = mass / Double(space.decisions.count)
    self.margin = margin
    positions = space.decisions.count
  }
}
