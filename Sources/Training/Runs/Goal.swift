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

  /// The budget in games is spent, whatever is proven.
  case games

  /// The budget in steps is spent, whatever is proven.
  case steps

  /// The likeliest move is none of those that were marked as mistakes.
  case corrected

  /// Whether it is only a budget, so that spending it is no failure.
  public var isBudget: Bool { self == .games || self == .steps }

  /// Whether a policy has reached the goal, if that is a proof.
  public func isReached(by proof: Proof) -> Bool {
    switch self {
    case .unbeatable: proof.verdict >= .unbeatable
    case .perfect: proof.verdict == .perfect
    case .nash: proof.sampled.asX < 0.01 && proof.sampled.asO < 0.01
    case .games, .steps, .corrected: false
    }
  }
}
