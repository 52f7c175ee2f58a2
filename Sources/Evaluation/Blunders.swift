public import TicTacToe

/// The moves of a policy that lower a position's exact value: bad moves.
public struct Blunders: Sendable, Equatable {
  /// In how many decision positions the greedy move is bad.
  public let count: Int

  public let positions: Int

  /// The probability of bad moves, the mean over the decision positions.
  public let mass: Double

  /// The gap between the greatest logit of an optimal and that of a bad move,
  /// the smallest of all positions with a bad move; negative if a position is
  /// misplayed, nil for a policy without logits.
  public let margin: Float?

  /// Compares a policy with the solution.
  ///
  /// - Complexity: O(nodes · squares).
  public init(of table: PolicyTable, on board: Board) {
    let graph = table.graph
    let solution = board.solution(of: graph)
    let (isOptimal, probabilities) = (solution.isOptimal, table.probabilities)
    var count = 0
    var positions = 0
    var mass = 0.0
    for node in graph.decisions {
      let multiplicity = graph.multiplicities[node]
      positions += multiplicity
      if !isOptimal[table.greedyEdge(node)] { count += multiplicity }
      for edge in graph.edges(of: node) where !isOptimal[edge] {
        mass += Double(multiplicity) * Double(probabilities[edge])
      }
    }
    self.count = count
    self.positions = positions
    self.mass = mass / Double(positions)
    margin = table.logits.flatMap { Blunders.margin(of: $0, solution) }
  }

  private static func margin(
    of logits: [Float], _ solution: Solution
  ) -> Float? {
    let isOptimal = solution.isOptimal
    var margin: Float?
    for node in solution.graph.decisions {
      // Without branches, which would be mispredicted.
      var (good, bad) = (-Float.infinity, -Float.infinity)
      for edge in solution.graph.edges(of: node) {
        let logit = logits[edge]
        good = max(good, isOptimal[edge] ? logit : -.infinity)
        bad = max(bad, isOptimal[edge] ? -.infinity : logit)
      }
      if bad.isFinite { margin = min(margin ?? .infinity, good - bad) }
    }
    return margin
  }
}
