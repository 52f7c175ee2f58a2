public import TicTacToe

/// What a change of policy repaired and what it broke, position by position.
public struct Comparison: Sendable, Equatable {
  /// Where the greedy move was a blunder and is none any more.
  public let fixed: [Position]

  /// Where the greedy move was none and is one now.
  public let broken: [Position]

  /// How many greedy moves differ, blunders or not.
  public let changed: Int

  /// Compares a policy with what became of it.
  ///
  /// - Complexity: O(positions · squares).
  public init(
    of old: PolicyTable,
    with new: PolicyTable,
    solution: Solution = .ticTacToe
  ) {
    var fixed: [Position] = []
    var broken: [Position] = []
    var changed = 0
    for number in solution.space.decisions {
      let (before, after) = (old.greedyEdge(number), new.greedyEdge(number))
      if before == after { continue }
      changed += 1
      let position = solution.space.positions[number]
      switch (solution.isOptimal[before], solution.isOptimal[after]) {
      case (false, true): fixed.append(position)
      case (true, false): broken.append(position)
      default: break
      }
    }
    self.fixed = fixed
    self.broken = broken
    self.changed = changed
  }
}
