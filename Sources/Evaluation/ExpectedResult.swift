public import TicTacToe

/// How often a policy wins, draws and loses against another, exactly.
public struct ExpectedResult: Sendable, Equatable {
  public let win: Double
  public let draw: Double
  public let loss: Double

  /// The results of `policy`, sitting in `seat`, against `opponent`, over every
  /// line of play.
  ///
  /// - Precondition: both are tabulated in the same nodes.
  /// - Complexity: O(nodes · squares).
  public init(
    of policy: PolicyTable, in seat: Mark, against opponent: PolicyTable
  ) {
    precondition(
      policy.graph.group == opponent.graph.group,
      "a policy for \(policy.graph.rules) in \(policy.graph.nodeCount) nodes "
        + "against one for \(opponent.graph.rules) in "
        + "\(opponent.graph.nodeCount)"
    )
    self.init(
      of: policy.probabilities, in: seat, against: opponent.probabilities,
      on: policy.graph
    )
  }

  private init(
    of policy: [Float], in seat: Mark, against opponent: [Float],
    on graph: some GameGraph
  ) {
    var reach = [Double](repeating: 0, count: graph.nodeCount)
    reach[0] = 1
    var (win, draw, loss) = (0.0, 0.0, 0.0)
    for (ply, nodes) in graph.plies.enumerated() {
      let mover = ply.isMultiple(of: 2) ? Mark.x : .o
      let probabilities = mover == seat ? policy : opponent
      for node in nodes where reach[node] > 0 {
        if let outcome = graph.outcome(of: node) {
          switch outcome.value(for: seat) {
          case 1: win += reach[node]
          case 0: draw += reach[node]
          default: loss += reach[node]
          }
          continue
        }
        for edge in graph.edges(of: node) where probabilities[edge] > 0 {
          reach[graph.successor(along: edge)] +=
            reach[node] * Double(probabilities[edge])
        }
      }
    }
    // Probabilities are rounded to Float; their total is not exactly 1.
    let total = win + draw + loss
    self.win = win / total
    self.draw = draw / total
    self.loss = loss / total
  }
}
