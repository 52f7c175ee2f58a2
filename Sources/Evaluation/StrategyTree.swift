public import TicTacToe

/// Everything a greedy policy does in one seat: its reply to every move of the
/// opponent's, game by game.
///
/// A position that several orders of moves reach is there once for each, as in
/// ``LosingLines``.
public struct StrategyTree: Sendable, Equatable {
  /// Where the opponent may lead, and what the policy does there.
  public struct Node: Sendable, Equatable {
    /// The opponent's move that led here; nil at the root.
    public let move: Square?

    /// What the opponent left.
    public let position: Position

    /// The policy's move; nil if the game is over, and at the root if the
    /// policy moves second.
    public let reply: Square?

    /// What another policy does here, if one was given.
    public let otherReply: Square?

    /// How the game ended, with the opponent's move or with the reply; nil
    /// while it goes on.
    public let outcome: Outcome?

    /// What the opponent may do next, by ascending move; empty exactly when
    /// the game is over.
    public let children: [Node]

    /// How many games there are from here on, at least 1.
    public let games: Int

    /// How many of them the policy loses.
    public let losses: Int

    /// How many nodes there are, this one and all below.
    public let count: Int

    /// In how many of them the other policy replies otherwise.
    public let differences: Int

    /// Whether another policy was given and replies otherwise.
    public var differs: Bool { otherReply != nil && otherReply != reply }
  }

  /// Where the policy sits.
  public let seat: Mark

  /// The empty board.
  public let root: Node

  /// Follows a greedy policy through every game it can come into.
  ///
  /// - Parameter other: A policy whose replies to the same positions are to be
  ///   noted beside.
  /// - Complexity: O(nodes · squares).
  public init(
    of table: PolicyTable,
    in seat: Mark,
    besides other: PolicyTable? = nil
  ) {
    if let other {
      precondition(
        table.space.rules == other.space.rules,
        "a policy for \(table.space.rules) beside \(other.space.rules)"
      )
    }
    self.seat = seat
    root = Walk(table: table, other: other, seat: seat).node(0, after: nil)
  }
}

/// What does not change from node to node.
private struct Walk {
  let table: PolicyTable
  let other: PolicyTable?
  let seat: Mark

  func node(_ number: Int, after move: Square?) -> StrategyTree.Node {
    let space = table.space
    let position = space.positions[number]
    let replies = space.outcomes[number] == nil && position.sideToMove == seat
    let reply = replies ? table.greedyMove(number) : nil
    let left =
      replies ? Int(space.successors[table.greedyEdge(number)]) : number
    let outcome = space.outcomes[left]
    let children = space.edges(of: left).map { edge in
      node(Int(space.successors[edge]), after: space.move(along: edge))
    }
    let isLost = (outcome?.value(for: seat) ?? 0) < 0
    let otherReply = replies ? other?.greedyMove(number) : nil
    let differs = otherReply != nil && otherReply != reply
    return StrategyTree.Node(
      move: move,
      position: position,
      reply: reply,
      otherReply: otherReply,
      outcome: outcome,
      children: children,
      games: outcome != nil ? 1 : children.reduce(0) { $0 + $1.games },
      losses: children.reduce(isLost ? 1 : 0) { $0 + $1.losses },
      count: children.reduce(1) { $0 + $1.count },
      differences: children.reduce(differs ? 1 : 0) { $0 + $1.differences }
    )
  }
}
