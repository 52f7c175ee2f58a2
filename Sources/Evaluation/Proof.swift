/// What decides how good a policy is: its best responses and its blunders.
public struct Proof: Sendable, Equatable {
  /// What the best opponent wins against the greedy policy.
  public let greedy: BestResponse

  /// What the best opponent wins against the policy as a distribution.
  public let sampled: BestResponse

  /// Its bad moves.
  public let blunders: Blunders

  /// Judges a tabulated policy for 3×3.
  ///
  /// - Complexity: O(positions · squares).
  public init(of table: PolicyTable) {
    greedy = BestResponse(to: table.greedy)
    sampled = BestResponse(to: table)
    blunders = Blunders(of: table)
  }

  /// What is proven of the greedy policy.
  public var verdict: Verdict {
    guard greedy.asX <= 0, greedy.asO <= 0 else { return .beatable }
    return blunders.count == 0 ? .perfect : .unbeatable
  }
}
