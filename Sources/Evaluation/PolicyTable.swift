public import Players
public import TicTacToe

/// The probabilities and the greedy move of a policy in every decision of a
/// game.
public struct PolicyTable: Sendable {
  public let graph: StateGraph

  /// The probability of each move, of shape [edges].
  public let probabilities: [Float]

  /// The logit of each move, of shape [edges]; nil for a policy without logits.
  public let logits: [Float]?

  /// The edge of each node's greedy move, of shape [nodes]; −1 if the game is
  /// over.
  private let greedyEdges: [Int32]

  /// Tabulates a policy.
  ///
  /// - Complexity: one batched evaluation of all decisions.
  public init(of policy: any Policy, in graph: StateGraph) {
    let (probabilities, logits) = policy.tabulated(in: graph)
    self.init(probabilities, logits: logits, in: graph)
  }

  /// Tabulates a policy in as few nodes as tell how good it is: up to symmetry
  /// if it plays images alike, else in every position.
  ///
  /// - Complexity: one batched evaluation of all decisions.
  public init(judging policy: any Policy, on board: Board) {
    if policy.isSymmetric {
      let table = PolicyTable(of: policy, in: board.classes)
      if !table.hasTiesBetweenClasses {
        self = table
        return
      }
    }
    self.init(of: policy, in: board.states)
  }

  package init(_ probabilities: [Float], logits: [Float]?, in graph: StateGraph)
  {
    self.graph = graph
    self.probabilities = probabilities
    self.logits = logits
    let ranks = logits ?? probabilities
    var greedyEdges = [Int32](repeating: -1, count: graph.outcomes.count)
    for node in graph.decisions {
      let edges = graph.edges(of: node)
      // As in games, ties go to the lowest square.
      var best = edges.lowerBound
      for edge in edges where ranks[edge] > ranks[best] { best = edge }
      greedyEdges[node] = Int32(best)
    }
    self.greedyEdges = greedyEdges
  }

  private init(choosing greedyEdges: [Int32], in graph: StateGraph) {
    self.graph = graph
    self.greedyEdges = greedyEdges
    var choices = [Float](repeating: 0, count: graph.successors.count)
    for edge in greedyEdges where edge >= 0 { choices[Int(edge)] = 1 }
    probabilities = choices
    logits = nil
  }

  /// Whether a greedy move is as good as another that leads to another class:
  /// the lowest square of the board, to which the tie goes, is then not the
  /// same move in all images.
  private var hasTiesBetweenClasses: Bool {
    let ranks = logits ?? probabilities
    return graph.decisions.contains { node in
      let best = greedyEdge(node)
      return graph.edges(of: node).contains {
        ranks[$0] == ranks[best]
          && graph.successors[$0] != graph.successors[best]
      }
    }
  }

  public var isDeterministic: Bool {
    probabilities.allSatisfy { $0 == 0 || $0 == 1 }
  }

  /// The edge of the likeliest move of a node whose game is not over; ties go
  /// to the lowest square.
  public func greedyEdge(_ node: Int) -> Int {
    let edge = greedyEdges[node]
    precondition(
      edge >= 0, "a move in \(graph.positions[node].text), which is over"
    )
    return Int(edge)
  }

  /// The likeliest move of a node whose game is not over; ties go to the lowest
  /// square.
  public func greedyMove(_ node: Int) -> Square {
    graph.move(along: greedyEdge(node))
  }

  public var greedy: PolicyTable {
    PolicyTable(choosing: greedyEdges, in: graph)
  }
}
