/// The strongest statement proven of a player.
public enum Verdict: String, Sendable, Comparable, CaseIterable {
  /// Some opponent beats it with some probability.
  case beatable

  /// No opponent can ever beat it, in either seat.
  case unbeatable

  /// Unbeatable, and every move that it can make is optimal, also in positions
  /// that it never enters.
  case perfect

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
