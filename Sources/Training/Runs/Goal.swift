public import Evaluation

/// What training stops at.
public enum Goal: String, Sendable, CaseIterable {
  /// No opponent can beat the greedy policy.
  case unbeatable

  /// The greedy policy is optimal in every position.
  case perfect

  /// The best opponent wins less than 0.01 against the policy as a
  /// distribution, in either seat.
  case nash

  /// The budget is spent, whatever is proven.
  case games

  /// Whether a policy has reached the goal.
  public func isReached(by proof: Proof) -> Bool {
    switch self {
    case .unbeatable: proof.verdict >= .unbeatable
    case .perfect: proof.verdict == .perfect
    case .nash: proof.sampled.asX < 0.01 && proof.sampled.asO < 0.01
    case .games: false
    }
  }
}
