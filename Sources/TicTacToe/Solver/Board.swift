/// The rules of a board with all that follows from them, made once and handed
/// down.
public final class Board: Sendable, Equatable {
  public let rules: Rules

  public let group: SymmetryGroup

  /// Every position by itself.
  public let states: StateGraph

  /// The positions up to symmetry.
  public let classes: StateGraph

  /// The solution of ``states``.
  public let solution: Solution

  /// The solution of ``classes``.
  public let classSolution: Solution

  /// The canonical decision positions, in the order that tables and draws keep.
  public let decisionClasses: DecisionClasses

  /// Enumerates and solves a game.
  ///
  /// - Complexity: O(positions · squares): 2 ms on 3×3, seconds on 4×3.
  public init(_ rules: Rules) {
    self.rules = rules
    group = SymmetryGroup(rules)
    states = StateGraph(rules, under: .identity(of: rules))
    classes = StateGraph(rules, under: group)
    solution = Solution(of: states)
    classSolution = Solution(of: classes)
    decisionClasses = DecisionClasses(of: classes)
  }

  public func solution(of graph: StateGraph) -> Solution {
    precondition(
      graph.rules == rules, "a graph of \(graph.rules) on a board of \(rules)"
    )
    return graph.group == group ? classSolution : solution
  }

  public static func == (lhs: Board, rhs: Board) -> Bool {
    lhs.rules == rhs.rules
  }
}
