public import Players
internal import TicTacToe

/// How hard a policy is to beat, by the exact share of games that it loses to
/// perfect play.
public enum Level: String, Sendable, CaseIterable {
  /// Loses half of its games to perfect play.
  case easy

  /// Loses a quarter.
  case medium

  /// Loses a twentieth.
  case hard

  /// Loses none.
  case perfect

  /// The share of its games that it loses to perfect play, the mean of both
  /// seats.
  public var lossShare: Double {
    switch self {
    case .easy: 0.5
    case .medium: 0.25
    case .hard: 0.05
    case .perfect: 0
    }
  }

  /// Perfect play with some random moves.
  ///
  /// - Complexity: As that of ``MixedPolicy/init(name:losing:)``: keep it.
  public var policy: MixedPolicy {
    MixedPolicy(name: rawValue, losing: lossShare)
  }
}

extension MixedPolicy {
  /// The share of its games that random play loses to perfect play: no mixture
  /// loses more.
  public static let largestLossShare = losses(withRandomness: 1)

  /// Perfect play mixed with random moves so that it loses a share of its games
  /// to perfect play, the mean of both seats; exact to 10⁻⁶.
  ///
  /// More random moves lose more, so that bisection finds how many. Losses are
  /// summed over every line of play.
  ///
  /// - Precondition: The share is in 0…`largestLossShare`.
  /// - Complexity: 24 times O(positions · squares).
  public init(name: String, losing share: Double) {
    precondition(
      0 <= share && share <= MixedPolicy.largestLossShare,
      "a share of \(share) lost, not in 0…\(MixedPolicy.largestLossShare)"
    )
    var (low, high): (Float, Float) = (0, 1)
    for _ in 0..<24 where share > 0 {
      let middle = (low + high) / 2
      if MixedPolicy.losses(withRandomness: middle) < share {
        low = middle
      } else {
        high = middle
      }
    }
    self.init(
      name: name,
      base: UniformPolicy.perfect,
      randomness: share > 0 ? high : 0
    )
  }

  private static let perfect = PolicyTable(of: UniformPolicy.perfect)
  private static let random = PolicyTable(of: UniformPolicy.random)

  private static func losses(withRandomness randomness: Float) -> Double {
    let mixture = PolicyTable(
      zip(perfect.probabilities, random.probabilities).map {
        (1 - randomness) * $0 + randomness * $1
      },
      logits: nil,
      in: perfect.space
    )
    let seats = PolicyReport.BothSeats(of: mixture, against: perfect)
    return (seats.asX.loss + seats.asO.loss) / 2
  }
}
