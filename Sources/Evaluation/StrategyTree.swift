public import TicTacToe

/// The greedy moves of a policy in one seat: its reply to every move of the
/// opponent, game by game.
///
/// For a policy that draws its moves these are the likeliest only. A position
/// that several orders of moves reach is there once for each, as in
/// ``LosingLines``.
public struct StrategyTree: Sendable, Equatable {
  /// A position that the opponent left, and the policy's reply.
  public struct Node: Sendable, Equatable {
    /// The opponent's last move; nil at the root.
    public let move: Square?

    public let position: Position

    /// The policy's move; nil if the game is over, and at the root if the
    /// policy moves second.
    public let reply: Square?

    public let otherReply: Square?

    /// How the game ended, with the opponent's move or with the reply; nil if
    /// it goes on.
    public let outcome: Outcome?

    /// The opponent's next moves, ascending; empty exactly when the game is
    /// over.
    public let children: [Node]

    /// How many games there are from here on, at least 1.
    public let games: Int

    /// How many of these games the policy loses.
    public let losses: Int

    /// How many nodes there are, this one included.
    public let count: Int

    /// In how many of these nodes the other policy replies otherwise.
    public let differences: Int

    /// Whether another policy was given and replies otherwise here.
    public var differs: Bool { otherReply != nil && otherReply != reply }
  }

  public let seat: Mark
  public let root: Node

  /// Follows the greedy moves of a policy through every reply of the opponent.
  ///
  /// - Parameters:
  ///   - other: A policy whose replies to the same positions are noted, too.
  /// - Precondition: both are tabulated in every position of one board.
  /// - Complexity: O(nodes · squares).
  public init(
    of table: PolicyTable, in seat: Mark, comparedWith other: PolicyTable? = nil
  ) {
    for graph in [table.graph, (other ?? table).graph] {
      precondition(
        graph.group == .identity(of: table.graph.rules),
        "a policy for \(graph.nodeCount) nodes of \(graph.rules), expected "
          + "every position of \(table.graph.rules)"
      )
    }
    self.seat = seat
    root = Walk(table: table, other: other, seat: seat).node(0, after: nil)
  }
}

private struct Walk {
  let table: PolicyTable
  let other: PolicyTable?
  let seat: Mark

  func node(_ node: Int, after move: Square?) -> StrategyTree.Node {
    let graph = table.graph
    let position = graph.positions[node]
    let replies = graph.outcomes[node] == nil && position.sideToMove == seat
    let reply = replies ? table.greedyMove(node) : nil
    let left =
      replies ? Int(graph.successors[table.greedyEdge(node)]) : node
    let outcome = graph.outcomes[left]
    let children = graph.edges(of: left).map { edge in
      self.node(Int(graph.successors[edge]), after: graph.move(along: edge))
    }
    let isLost = (outcome?.value(for: seat) ?? 0) < 0
    let otherReply = replies ? other?.greedyMove(node) : nil
    let differs = otherReply != nil && otherReply != reply
    return StrategyTree.Node(
      move: move, position: position, reply: reply, otherReply: otherReply,
      outcome: outcome, children: children,
      games: outcome != nil ? 1 : children.reduce(0) { $0 + $1.games },
      losses: children.reduce(isLost ? 1 : 0) { $0 + $1.losses },
      count: children.reduce(1) { $0 + $1.count },
      differences: children.reduce(differs ? 1 : 0) { $0 + $1.differences }
    )
  }
}
