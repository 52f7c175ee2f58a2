/// The decision positions of a game up to symmetry, in a fixed order: the rows
/// of a table, and the order in which labels and held-out classes are drawn.
public struct DecisionClasses: Sendable {
  private let index: PositionIndex

  /// Collects the decisions of a graph.
  ///
  /// - Complexity: O(n log n) in the nodes.
  public init(of classes: StateGraph) {
    index = PositionIndex(
      classes.decisionPositions.sorted { $0.isOrderedBefore($1) }
    )
  }

  /// The canonical positions, ascending by (mover bits, opponent bits).
  public var representatives: [Position] { index.positions }

  /// The place of a canonical position among the representatives, or nil if it
  /// is not canonical, is over or cannot be reached.
  public func row(of canonical: Position) -> Int? {
    index.place(of: canonical)
  }
}
