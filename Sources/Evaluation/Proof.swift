public import TicTacToe

/// How good a policy is, by its best responses and its blunders: greedy, and
/// with its moves drawn.
public struct Proof: Sendable, Equatable {
  /// The best responses to the greedy policy.
  public let greedy: BestResponse

  /// The best responses to the policy with its moves drawn.
  public let sampled: BestResponse

  public let blunders: Blunders

  /// The value of the empty board for X: won 1, drawn 0.
  public let gameValue: Int

  init(
    greedy: BestResponse, sampled: BestResponse, blunders: Blunders,
    gameValue: Int
  ) {
    self.gameValue = gameValue
    self.greedy = greedy
    self.sampled = sampled
    self.blunders = blunders
  }

  /// Judges a tabulated policy.
  ///
  /// - Complexity: O(nodes · squares).
  public init(of table: PolicyTable, on board: Board) {
    greedy = BestResponse(to: table.greedy)
    sampled = BestResponse(to: table)
    blunders = Blunders(of: table, on: board)
    gameValue = board.solution(of: table.graph).values[0]
  }

  public var verdict: Verdict {
    // Against greedy play the best results are whole numbers.
    Verdict(
      gameValue: gameValue, asX: Int(greedy.asX), asO: Int(greedy.asO),
      misplayed: blunders.count
    )
  }
}
