internal import TicTacToe

/// The moves by which a greedy policy loses games that it need not lose: in
/// each line of play that beats it, its last move from a position not yet lost.
///
/// The rules are searched, on those lines only; no table of values is asked. A
/// policy without such a move is unbeatable wherever the empty board is not
/// lost for one side.
public struct Refutations: Sendable, Equatable {
  /// The nodes of the table's graph where the policy makes such a move,
  /// ascending.
  public let nodes: [Int]

  /// Follows the greedy moves of a policy through every reply, in both seats.
  ///
  /// - Complexity: O(nodes · squares).
  public init(of table: PolicyTable) {
    var nodes: [Int] = []
    var search = LossSearch(in: table.graph)
    for seat in [Mark.x, .o] {
      var walk = Walk(table: table, seat: seat)
      _ = walk.isBeaten(from: 0, mover: .x, search: &search)
      nodes += walk.blamed
    }
    self.nodes = nodes.sorted()
  }
}

/// A walk over all that can happen to a policy in one seat.
private struct Walk {
  let table: PolicyTable
  let seat: Mark

  /// The nodes of the moves that lost.
  private(set) var blamed: [Int] = []

  /// The answers so far, of shape [nodes].
  private var answers: [Bool?]

  init(table: PolicyTable, seat: Mark) {
    self.table = table
    self.seat = seat
    answers = [Bool?](repeating: nil, count: table.graph.nodeCount)
  }

  /// Whether some line from a node on beats the policy without any move of its
  /// own being to blame from there on.
  mutating func isBeaten(
    from node: Int, mover: Mark, search: inout LossSearch
  ) -> Bool {
    if let answer = answers[node] { return answer }
    var isBeaten = false
    if let outcome = table.graph.outcomes[node] {
      isBeaten = outcome.value(for: seat) < 0
    } else if mover == seat {
      let edge = table.greedyEdge(node)
      isBeaten = self.isBeaten(
        from: table.graph.successor(along: edge), mover: mover.opponent,
        search: &search
      )
      if isBeaten, !search.isLost(node) {
        blamed.append(node)
        isBeaten = false
      }
    } else {
      // Every reply, also after one that wins.
      for edge in table.graph.edges(of: node) {
        let next = table.graph.successor(along: edge)
        if self.isBeaten(from: next, mover: mover.opponent, search: &search) {
          isBeaten = true
        }
      }
    }
    answers[node] = isBeaten
    return isBeaten
  }
}

/// Depth-first search of the rules for forced wins, each node once.
private struct LossSearch {
  private let graph: StateGraph

  /// The answers so far, of shape [nodes].
  private var answers: [Bool?]

  init(in graph: StateGraph) {
    self.graph = graph
    answers = [Bool?](repeating: nil, count: graph.nodeCount)
  }

  /// Whether the side to move has lost, or loses whatever it does.
  mutating func isLost(_ node: Int) -> Bool {
    if let outcome = graph.outcomes[node] { return outcome != .draw }
    if let answer = answers[node] { return answer }
    let isLost = graph.edges(of: node).allSatisfy {
      canWin(graph.successor(along: $0))
    }
    answers[node] = isLost
    return isLost
  }

  /// Whether some move of the side to move leads to a node that is lost.
  private mutating func canWin(_ node: Int) -> Bool {
    graph.edges(of: node).contains { isLost(graph.successor(along: $0)) }
  }
}
