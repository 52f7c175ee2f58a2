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

  /// The best responses to the player as it plays.
  public var bestResponse: BestResponse {
    isDeterministic ? proof.greedy : proof.sampled
  }

  /// The shortest game that refutes the player; nil if none does. Where X wins
  /// by best play it is one that the player does not win as X.
  public let refutation: Refutation?

  /// A game against a player.
  public struct Refutation: Sendable, Equatable {
    /// The seat that the player sits in.
    public let seat: Mark

    public let moves: [Square]
  }

  /// Results in both seats, always the player's.
  public struct BothSeats: Sendable, Equatable {
    public let asX: ExpectedResult
    public let asO: ExpectedResult

    init(asX: ExpectedResult, asO: ExpectedResult) {
      self.asX = asX
      self.asO = asO
    }

    /// - Complexity: O(nodes · squares).
    public init(of policy: PolicyTable, against opponent: PolicyTable) {
      asX = ExpectedResult(of: policy, in: .x, against: opponent)
      asO = ExpectedResult(of: policy, in: .o, against: opponent)
    }
  }

  /// Judges a player. A bare network draws its moves; seat it in a
  /// ``TemperedPolicy`` to judge its greedy play.
  ///
  /// - Precondition: the board has at most 16 squares.
  /// - Complexity: one or two evaluations of all decision positions and a few
  ///   sweeps; on 4×4 a second, eight for a policy that is not symmetric.
  public init(of policy: any Policy, on board: Board) {
    switch board.scope {
    case .graph:
      self.init(of: policy, inGraphOf: board)
    case .numbers:
      let ranking = board.values.ranking
      guard
        let sweep = PolicySweep(of: policy, by: ranking)
          ?? PolicySweep(
            of: policy,
            by: PositionRanking(
              board.rules, under: .identity(of: board.rules)
            )
          )
      else { preconditionFailure("single positions that are not alike") }
      self.init(of: policy, by: sweep, on: board)
    case .search:
      preconditionFailure("\(board.rules.name) has too many positions")
    }
  }

  private init(
    of policy: any Policy, by sweep: PolicySweep, on board: Board
  ) {
    proof = sweep.proof
    isGreedyNetwork = PolicyReport.greedyNetwork(of: policy) != nil
    isDeterministic = sweep.isDeterministic
    finish = sweep.finish
    misplayed = sweep.misplayed
    losingLinesAsX = sweep.losingLines(of: policy, in: .x)
    losingLinesAsO = sweep.losingLines(of: policy, in: .o)
    againstRandom = sweep.againstRandom
    againstPerfect = sweep.againstPerfect
    verdict = sweep.verdict
    guard sweep.proof.gameValue > 0 else {
      refutation = PolicyReport.refutation(
        asX: losingLinesAsX, asO: losingLinesAsO
      )
      return
    }
    let walk = PolicyWalk(of: policy, in: .x, on: board, aim: .toWin)
    refutation = walk.failures.first.map { Refutation(seat: .x, moves: $0) }
  }

  private static func greedyNetwork(
    of policy: any Policy
  ) -> NetworkPolicy? {
    (policy as? TemperedPolicy)
      .flatMap { $0.temperature == 0 ? $0.network : nil }
  }

  private init(of policy: any Policy, inGraphOf board: Board) {
    let table = PolicyTable(judging: policy, on: board)
    let graph = table.graph
    let greedyNetwork = PolicyReport.greedyNetwork(of: policy)
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
    refutation = PolicyReport.refutation(
      asX: losingLinesAsX, asO: losingLinesAsO
    )
    let canLose = refutation != nil
    verdict = canLose ? .beatable : misplayed > 0 ? .unbeatable : .perfect
    againstRandom = BothSeats(
      of: table, against: PolicyTable(of: UniformPolicy.random, in: graph)
    )
    againstPerfect = BothSeats(
      of: table,
      against: PolicyTable(of: UniformPolicy(.perfect, on: board), in: graph)
    )
  }

  /// The shortest of the games that a player can lose, in either seat. Lengths
  /// never tie: X loses after an even number of moves, O after an odd one.
  private static func refutation(
    asX: LosingLines, asO: LosingLines
  ) -> Refutation? {
    [(Mark.x, asX.shortest), (.o, asO.shortest)]
      .compactMap { seat, moves in
        moves.map { Refutation(seat: seat, moves: $0) }
      }
      .min { $0.moves.count < $1.moves.count }
  }
}
