public import TicTacToe

/// The complete games from the empty board that a policy can lose in one seat:
/// each of its moves there has a probability above 0.
public struct LosingLines: Sendable, Equatable {
  public let count: Int

  /// The shortest game, nil if the policy cannot lose; ties go to the
  /// lexicographically least.
  public let shortest: [Square]?

  init(count: Int, shortest: [Square]?) {
    self.count = count
    self.shortest = shortest
  }

  /// Follows the policy through every reply of the opponent.
  ///
  /// - Complexity: O(nodes · squares).
  public init(of table: PolicyTable, in seat: Mark) {
    let probabilities = table.probabilities
    let sweep = LosingLines.sweep(probabilities, in: seat, on: table.graph)
    count = sweep.counts[0]
    shortest =
      count > 0
      ? LosingLines.shortest(table, in: seat, lengths: sweep.lengths) : nil
  }

  /// How many lost games go on from each node, and the length of the shortest,
  /// nil without one; both of shape [nodes].
  private static func sweep(
    _ probabilities: [Float], in seat: Mark, on graph: some GameGraph
  ) -> (counts: [Int], lengths: [Int?]) {
    var counts = [Int](repeating: 0, count: graph.nodeCount)
    var lengths = [Int?](repeating: nil, count: graph.nodeCount)
    for (ply, nodes) in graph.plies.enumerated().reversed() {
      let mover = ply.isMultiple(of: 2) ? Mark.x : .o
      for node in nodes {
        if let outcome = graph.outcome(of: node) {
          let isLost = outcome.value(for: seat) < 0
          counts[node] = isLost ? 1 : 0
          lengths[node] = isLost ? 0 : nil
          continue
        }
        for edge in graph.edges(of: node)
        where mover != seat || probabilities[edge] > 0 {
          let next = graph.successor(along: edge)
          counts[node] += counts[next]
          if let length = lengths[next],
            length + 1 < lengths[node] ?? Int.max
          {
            lengths[node] = length + 1
          }
        }
      }
    }
    return (counts, lengths)
  }

  /// Plays the shortest lost game on the board, whose squares a class does not
  /// tell.
  private static func shortest(
    _ table: PolicyTable, in seat: Mark, lengths: [Int?]
  ) -> [Square] {
    let graph = table.graph
    var position = Position(rules: graph.rules)
    var node = 0
    var line: [Square] = []
    while let length = lengths[node], length > 0 {
      let symmetry = graph.group.canonical(position).symmetry
      let back = graph.group.inverse(of: symmetry)
      let mover = position.sideToMove
      let moves = graph.edges(of: node)
        .filter { edge in
          (mover != seat || table.probabilities[edge] > 0)
            && lengths[graph.successor(along: edge)] == length - 1
        }
        .map { edge in
          let square = graph.group.image(
            of: graph.move(along: edge), under: back
          )
          return (square: square, edge: edge)
        }
      guard let least = moves.min(by: { $0.square < $1.square }) else { break }
      line.append(least.square)
      position = position.playing(least.square)
      node = graph.successor(along: least.edge)
    }
    return line
  }
}
