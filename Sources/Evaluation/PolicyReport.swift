public import Players
public import TicTacToe

/// How good a player is, exactly, without a game being sampled.
///
/// It is judged as it plays: by its greedy moves if its temperature is 0, else
/// by all the moves that it may draw.
public struct PolicyReport: Sendable, Equatable {
  public let verdict: Verdict

  /// Whether it has one move in every position, for certain.
  public let isDeterministic: Bool

  /// Whether it is a network that plays its likeliest moves, so that ``proof``
  /// says more than how it plays.
  public let isGreedyNetwork: Bool

  /// In how many decision positions it can make a bad move.
  public let misplayed: Int

  /// The proof about its distribution; for a greedy network about that of the
  /// network, which it does not draw from.
  public let proof: Proof

  public let finish: Finish
  public let losingLinesAsX: LosingLines
  public let losingLinesAsO: LosingLines
  public let againstRandom: BothSeats
  public let againstPerfect: BothSeats

  /// Results in both seats, always the player's.
  public struct BothSeats: Sendable, Equatable {
    public let asX: ExpectedResult
    public let asO: ExpectedResult

    /// - Complexity: O(nodes · squares).
    public init(of policy: PolicyTable, against opponent: PolicyTable) {
      asX = ExpectedResult(of: policy, in: .x, against: opponent)
      asO = ExpectedResult(of: policy, in: .o, against: opponent)
    }
  }

  /// Judges a player. A bare network draws its moves; seat it in a
  /// ``TemperedPolicy`` to judge its greedy play.
  ///
  /// - Complexity: one or two evaluations of all decision positions and a few
  ///   sweeps.
  public init(of policy: any Policy, on board: Board) {
    let table = PolicyTable(judging: policy, on: board)
    let graph = table.graph
    let greedyNetwork = (policy as? TemperedPolicy)
      .flatMap { $0.temperature == 0 ? $0.network : nil }
    proof = Proof(
      of: greedyNetwork.map { PolicyTable(of: $0, in: graph) } ?? table,
      on: board
    )
    isGreedyNetwork = greedyNetwork != nil
    isDeterministic = table.isDeterministic
    finish = Finish(of: table, on: board)
    let solution = board.solution(of: graph)
    misplayed = graph.decisions.reduce(0) { count, node in
      let isMisplayed = graph.edges(of: node).contains {
        !solution.isOptimal[$0] && table.probabilities[$0] > 0
      }
      return isMisplayed ? count + graph.multiplicities[node] : count
    }
    losingLinesAsX = LosingLines(of: table, in: .x)
    losingLinesAsO = LosingLines(of: table, in: .o)
    let canLose = losingLinesAsX.count + losingLinesAsO.count > 0
    verdict = canLose ? .beatable : misplayed > 0 ? .unbeatable : .perfect
    againstRandom = BothSeats(
      of: table, against: PolicyTable(of: UniformPolicy.random, in: graph)
    )
    againstPerfect = BothSeats(
      of: table,
      against: PolicyTable(of: UniformPolicy(.perfect, on: board), in: graph)
    )
  }

  /// The shortest game that the player can lose and the seat it sits in; nil if
  /// it can lose none.
  ///
  /// Lengths never tie between seats: X loses after an even number of moves, O
  /// after an odd one.
  public var refutation: (seat: Mark, moves: [Square])? {
    let lines = [
      (Mark.x, losingLinesAsX.shortest), (Mark.o, losingLinesAsO.shortest),
    ]
    return lines.compactMap { seat, moves in moves.map { (seat, $0) } }
      .min { $0.1.count < $1.1.count }
      .map { (seat: $0.0, moves: $0.1) }
  }
}
