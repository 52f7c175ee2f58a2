/// The rules of a board with all that follows from them, each made once, when
/// it is first asked for, and handed down.
public final class Board: Sendable, Equatable {
  /// How much of a game can be known at once.
  public enum Scope: Sendable {
    /// Every position is a node of a graph, every legal move an edge.
    case graph

    /// Every position has a number, and its value is kept; moves are made
    /// anew in each sweep.
    case numbers

    /// Single positions have values, if a search finds them.
    case search
  }

  public let rules: Rules

  public let group: SymmetryGroup

  private let lazyStates: Lazy<StateGraph>
  private let lazyClasses: Lazy<StateGraph>
  private let lazySolution: Lazy<Solution>
  private let lazyClassSolution: Lazy<Solution>
  private let lazyDecisionClasses: Lazy<DecisionClasses>

  /// Names a board; nothing is enumerated yet.
  ///
  /// - Complexity: that of ``SymmetryGroup/init(_:)``.
  public init(_ rules: Rules) {
    let group = SymmetryGroup(rules)
    let states = Lazy { StateGraph(rules, under: .identity(of: rules)) }
    let classes = Lazy { StateGraph(rules, under: group) }
    self.rules = rules
    self.group = group
    lazyStates = states
    lazyClasses = classes
    lazySolution = Lazy { Solution(of: states.value) }
    lazyClassSolution = Lazy { Solution(of: classes.value) }
    lazyDecisionClasses = Lazy { DecisionClasses(of: classes.value) }
  }

  /// How much of the game commands know at once: graphs take 2 ms and 2 MB on
  /// 3×3, a gigabyte on 4×4, where numbers take 2 MB.
  public var scope: Scope {
    switch rules.squareCount {
    case ...9: .graph
    case ...16: .numbers
    default: .search
    }
  }

  /// Every position by itself.
  ///
  /// - Complexity: O(positions · squares), the first time.
  public var states: StateGraph { lazyStates.value }

  /// The positions up to symmetry.
  ///
  /// - Complexity: O(positions · squares), the first time.
  public var classes: StateGraph { lazyClasses.value }

  /// The solution of ``states``.
  public var solution: Solution { lazySolution.value }

  /// The solution of ``classes``.
  public var classSolution: Solution { lazyClassSolution.value }

  /// The canonical decision positions, in the order that tables and draws keep.
  public var decisionClasses: DecisionClasses { lazyDecisionClasses.value }

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
