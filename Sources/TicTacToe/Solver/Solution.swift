/// The exact value of every node by minimax, the moves that keep it, and the
/// length of the game.
public struct Solution: Sendable {
  public let graph: StateGraph

  /// The value of each node for the side to move, of shape [nodes]: won 1,
  /// drawn 0, lost −1.
  public let values: [Int]

  /// The moves left if each side keeps the value, the winner hurries and the
  /// loser delays, of shape [nodes]; 0 if the game is over.
  public let distances: [Int]

  /// The optimal moves, those that keep the value, of shape [nodes]; empty
  /// exactly if the game is over.
  public let optimalMoves: [Bitboard]

  /// Whether the move is optimal, of shape [edges].
  public let isOptimal: [Bool]

  /// Whether the move is optimal and, in a decided game, the quickest win or
  /// the longest defense, of shape [edges].
  public let isSoundest: [Bool]

  /// Solves a game in one backward sweep.
  ///
  /// - Complexity: O(nodes · squares).
  public init(of graph: StateGraph) {
    self.graph = graph
    var values = [Int](repeating: 0, count: graph.outcomes.count)
    var distances = values
    var optimalMoves = [Bitboard](repeating: [], count: values.count)
    var isOptimal = [Bool](repeating: false, count: graph.successors.count)
    var isSoundest = isOptimal
    for (ply, nodes) in graph.plies.enumerated().reversed() {
      let mover = ply.isMultiple(of: 2) ? Mark.x : .o
      for node in nodes {
        if let outcome = graph.outcomes[node] {
          values[node] = outcome.value(for: mover)
          continue
        }
        let edges = graph.edges(of: node)
        var (value, distance) = (-1, 0)
        for edge in edges {
          value = max(value, -values[graph.successor(along: edge)])
        }
        for edge in edges {
          let next = graph.successor(along: edge)
          guard -values[next] == value else { continue }
          isOptimal[edge] = true
          optimalMoves[node].formUnion(
            Bitboard(graph.move(along: edge), in: graph.rules)
          )
          let length = 1 + distances[next]
          distance =
            distance == 0
            ? length
            : value < 0 ? max(distance, length) : min(distance, length)
        }
        for edge in edges where isOptimal[edge] {
          let length = 1 + distances[graph.successor(along: edge)]
          isSoundest[edge] = value == 0 || length == distance
        }
        values[node] = value
        distances[node] = distance
      }
    }
    self.values = values
    self.distances = distances
    self.optimalMoves = optimalMoves
    self.isOptimal = isOptimal
    self.isSoundest = isSoundest
  }

  /// The soundest moves of a node: the optimal ones that win soonest or lose
  /// latest; empty exactly if the game is over.
  ///
  /// - Complexity: O(legal moves).
  public func soundestMoves(of node: Int) -> Bitboard {
    graph.edges(of: node).filter { isSoundest[$0] }.reduce(into: []) {
      $0.formUnion(Bitboard(graph.move(along: $1), in: graph.rules))
    }
  }
}
