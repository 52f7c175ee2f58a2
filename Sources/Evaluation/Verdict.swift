/// What is proven of a greedy policy.
public enum Verdict: String, Sendable, Comparable, CaseIterable {
  /// Some opponent beats it.
  case beatable

  /// No opponent can ever beat it, from either seat.
  case unbeatable

  /// Unbeatable, and optimal in every decision position, those included that
  /// it would never enter.
  case perfect

  /// Orders verdicts by what they prove.
  public static func < (lhs: Verdict, rhs: Verdict) -> Bool {
    lhs.rank < rhs.rank
  }

  private var rank: Int {
    switch self {
    case .beatable: 0
    case .unbeatable: 1
    case .perfect: 2
    }
  }
}
