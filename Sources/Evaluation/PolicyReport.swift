public import Players
public import TicTacToe

/// How good a policy is, exactly, without a game being sampled.
public struct PolicyReport: Sendable, Equatable {
  /// What is proven of it.
  public let proof: Proof

  /// The games the greedy policy loses as X.
  public let losingLinesAsX: LosingLines

  /// The games the greedy policy loses as O.
  public let losingLinesAsO: LosingLines

  /// The greedy policy in both seats against uniformly random play.
  public let againstRandom: BothSeats

  /// The greedy policy in both seats against uniform play over optimal moves.
  public let againstPerfect: BothSeats

  /// Results in both seats, always the policy's.
  public struct BothSeats: Sendable, Equatable {
    /// Sitting in X.
    public let asX: ExpectedResult

    /// Sitting in O.
    public let asO: ExpectedResult

    init(of policy: PolicyTable, against opponent: PolicyTable) {
      asX = ExpectedResult(of: policy, in: .x, against: opponent)
      asO = ExpectedResult(of: policy, in: .o, against: opponent)
    }
  }

  /// Judges a policy for 3×3.
  ///
  /// - Complexity: one evaluation of all decision positions and a few sweeps.
  public init(of policy: any Policy) {
    self.init(of: PolicyTable(of: policy))
  }

  /// Judges a tabulated policy for 3×3.
  public init(of table: PolicyTable) {
    let choices = table.greedy
    proof = Proof(of: table)
    losingLinesAsX = LosingLines(of: choices, in: .x)
    losingLinesAsO = LosingLines(of: choices, in: .o)
    againstRandom = BothSeats(of: choices, against: PolicyReport.random)
    againstPerfect = BothSeats(of: choices, against: PolicyReport.perfect)
  }

  private static let random = PolicyTable(of: UniformPolicy.random)
  private static let perfect = PolicyTable(of: UniformPolicy.perfect)

  /// The shortest game the greedy policy loses and the seat it sits in; nil if
  /// it loses none.
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
