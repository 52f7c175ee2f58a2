internal import TicTacToe

/// The expected results of the best opponent of a policy, exactly.
public struct BestResponse: Sendable, Equatable {
  /// The opponent's expected result when the policy sits in X: win 1, draw 0,
  /// loss −1.
  public let asX: Double

  /// The same when the policy sits in O.
  public let asO: Double

  /// The sum of both: 0 in a Nash equilibrium, twice the exploitability of
  /// Lanctot et al. (2019).
  public var nashConv: Double { asX + asO }

  init(asX: Double, asO: Double) {
    self.asX = asX
    self.asO = asO
  }

  /// Finds the best responses to a policy, in both seats by one backward sweep.
  ///
  /// - Complexity: O(nodes · squares).
  public init(to table: PolicyTable) {
    var replies: [Int32]?
    let values = BestResponse.values(
      against: table.probabilities, on: table.graph, noting: &replies
    )
    (asX, asO) = (values.asX, values.asO)
  }

  /// The edge of a best response of the side to move at each node, of shape
  /// [nodes]; ties go to the lowest square. −1 if the game is over.
  ///
  /// - Complexity: O(nodes · squares).
  public static func replies(to table: PolicyTable) -> [Int32] {
    var replies: [Int32]? = [Int32](
      repeating: -1, count: table.graph.outcomes.count
    )
    _ = values(
      against: table.probabilities, on: table.graph, noting: &replies
    )
    return replies ?? []
  }

  private static func values(
    against probabilities: [Float], on graph: some GameGraph,
    noting replies: inout [Int32]?
  ) -> (asX: Double, asO: Double) {
    // The opponent's result when the policy has a seat, of shape
    // [nodes, seats], X's seat first.
    var values = [Double](repeating: 0, count: 2 * graph.nodeCount)
    for (ply, nodes) in graph.plies.enumerated().reversed() {
      let (mover, other) = (ply % 2, 1 - ply % 2)
      for node in nodes {
        if let outcome = graph.outcome(of: node) {
          values[2 * node] = Double(outcome.value(for: .o))
          values[2 * node + 1] = Double(outcome.value(for: .x))
          continue
        }
        var mean = 0.0
        var best = -2.0
        var reply = -1
        for edge in graph.edges(of: node) {
          let next = 2 * graph.successor(along: edge)
          mean += Double(probabilities[edge]) * values[next + mover]
          if values[next + other] > best {
            best = values[next + other]
            reply = edge
          }
        }
        replies?[node] = Int32(reply)
        values[2 * node + mover] = mean
        values[2 * node + other] = best
      }
    }
    return (values[0], values[1])
  }
}
