public import TicTacToe

/// How good a policy is, by its best responses and its blunders: greedy, and
/// with its moves drawn.
public struct Proof: Sendable, Equatable {
  /// The best responses to the greedy policy.
  public let greedy: BestResponse

  /// The best responses to the policy with its moves drawn.
  public let sampled: BestResponse

  public let blunders: Blunders

  /// Judges a tabulated policy.
  ///
  /// - Complexity: O(nodes · squares).
  public init(of table: PolicyTable, on board: Board) {
    greedy = BestResponse(to: table.greedy)
    sampled = BestResponse(to: table)
    blunders = Blunders(of: table, on: board)
  }

  public var verdict: Verdict {
    guard greedy.asX <= 0, greedy.asO <= 0 else { return .beatable }
    return blunders.count == 0 ? .perfect : .unbeatable
  }
}
