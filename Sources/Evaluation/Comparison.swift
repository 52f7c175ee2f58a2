public import TicTacToe

/// The positions that a change of policy repaired, and those that it broke.
public struct Comparison: Sendable, Equatable {
  /// The positions whose greedy move was a blunder and is one no longer.
  public let fixed: [Position]

  /// The positions whose greedy move became a blunder.
  public let broken: [Position]

  public let positions: Int

  /// How many greedy moves differ, blunders or not.
  public let changed: Int

  /// Compares a policy with its successor.
  ///
  /// - Precondition: both are tabulated in every position.
  /// - Complexity: O(positions · squares).
  public init(of old: PolicyTable, with new: PolicyTable, on board: Board) {
    let solution = board.solution
    precondition(
      [old, new].allSatisfy { $0.graph.nodeCount == board.states.nodeCount },
      "policies of \(old.graph.nodeCount) and \(new.graph.nodeCount) nodes "
        + "compared in \(board.states.nodeCount) positions"
    )
    var fixed: [Position] = []
    var broken: [Position] = []
    var changed = 0
    for node in solution.graph.decisions {
      let (before, after) = (old.greedyEdge(node), new.greedyEdge(node))
      if before == after { continue }
      changed += 1
      let position = solution.graph.positions[node]
      switch (solution.isOptimal[before], solution.isOptimal[after]) {
      case (false, true): fixed.append(position)
      case (true, false): broken.append(position)
      default: break
      }
    }
    positions = solution.graph.decisions.count
    self.fixed = fixed
    self.broken = broken
    self.changed = changed
  }
}
