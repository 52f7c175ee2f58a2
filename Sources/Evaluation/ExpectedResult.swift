public import Players
public import TicTacToe

/// How often a policy wins, draws and loses against another, exactly.
public struct ExpectedResult: Sendable, Equatable {
  public let win: Double
  public let draw: Double
  public let loss: Double

  /// Takes shares of a sweep in single precision: what is 0 or 1 but for its
  /// rounding is so.
  init(win: Double, loss: Double) {
    let shares = [win, 1 - win - loss, loss].map { share in
      share < 0x1p-20 ? 0 : share > 1 - 0x1p-20 ? 1 : share
    }
    (self.win, draw, self.loss) = (shares[0], shares[1], shares[2])
  }

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

  /// The results of a player in a seat against another over every line of play,
  /// on a board of up to 16 squares.
  ///
  /// - Complexity: one evaluation of all decisions; on 4×4 a second, eight for
  ///   players that are not symmetric.
  public init(
    of policy: any Policy, in seat: Mark, against opponent: any Policy,
    on board: Board
  ) {
    if board.scope == .graph {
      self.init(
        of: PolicyTable(of: policy, in: board.states), in: seat,
        against: PolicyTable(of: opponent, in: board.states)
      )
      return
    }
    let (x, o) = seat == .x ? (policy, opponent) : (opponent, policy)
    let identity = SymmetryGroup.identity(of: board.rules)
    guard
      let sweep = ResultSweep(x: x, o: o, by: board.values.ranking)
        ?? ResultSweep(
          x: x, o: o, by: PositionRanking(board.rules, under: identity)
        )
    else { preconditionFailure("single positions that are not alike") }
    self.init(
      win: sweep.result[seat == .x ? 0 : 1],
      loss: sweep.result[seat == .x ? 1 : 0]
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
