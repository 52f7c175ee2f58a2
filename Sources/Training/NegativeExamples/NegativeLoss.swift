public import NeuralNetwork

/// The losses on a bad move, as commands name them.
public enum NegativeLoss: String, Sendable, CaseIterable {
  /// Naive ascent on log p(b): inverted descent.
  case ascent

  /// Ascent that stops once p(b) is below a floor.
  case ascentFloor = "ascent-floor"

  /// Descent on p(b).
  case probabilityDescent = "probability-descent"

  /// −log(1 − p(b)), summed over the bad moves.
  case unlikelihood

  /// −log(1 − p(B)), for all known bad moves of a position together.
  case setUnlikelihood = "set-unlikelihood"

  /// REINFORCE: a move is drawn from the policy; a bad one has reward −1.
  case reward

  /// The unbiased complementary-label risk.
  case complementaryUnbiased = "complementary-unbiased"

  /// The complementary-label risk, corrected by gradient ascent.
  case complementaryAscent = "complementary-ascent"

  /// The non-negative complementary-label risk.
  case complementaryNonNegative = "complementary-non-negative"

  /// Negative preference optimization, against the initial policy.
  case negativePreference = "negative-preference"

  /// The floor below which `ascentFloor` leaves a move alone unless told
  /// otherwise.
  public static let floor: Float = 0.1

  public static let beta: Float = 1

  /// The losses of a batch, of shape [rows]. Losses on single moves are summed
  /// over a position's bad moves; complementary labels take one of them, drawn
  /// anew each time.
  ///
  /// - Parameters:
  ///   - policies: The policies, of shape [rows].
  ///   - bad: The bad moves of each, bit i standing for move i, of shape
  ///     [rows].
  ///   - old: The initial policies in the same positions, of shape [rows].
  ///   - floor: The probability at which `ascentFloor` stops.
  /// - Precondition: every position has a bad move and one that is not.
  public func losses(
    of policies: [Categorical], bad: [UInt64], old: [Categorical],
    floor: Float = NegativeLoss.floor,
    using rng: inout some RandomNumberGenerator
  ) -> [Loss] {
    if let risk {
      let labels = bad.map { moves in
        let moves = Array(Outcomes(moves))
        return moves[rng.next(below: moves.count)]
      }
      return risk.losses(of: policies, labels: labels)
    }
    switch self {
    case .setUnlikelihood:
      return zip(policies, bad).map { .setUnlikelihood(of: $0, bad: $1) }
    case .reward:
      return zip(policies, bad).map { policy, moves in
        let action = policy.sample(using: &rng)
        return .policyGradient(
          of: policy, action: action,
          advantage: moves >> action & 1 == 1 ? -1 : 0
        )
      }
    default:
      return policies.indices.map { row in
        let losses = Outcomes(bad[row]).map {
          loss(of: policies[row], $0, old[row], floor)
        }
        return losses.dropFirst().reduce(losses[0], +)
      }
    }
  }

  private func loss(
    of policy: Categorical, _ bad: Int, _ old: Categorical, _ floor: Float
  ) -> Loss {
    switch self {
    case .ascent: .ascent(of: policy, bad: bad)
    case .ascentFloor: .ascent(of: policy, bad: bad, floor: floor)
    case .probabilityDescent: .probability(of: policy, bad: bad)
    case .negativePreference:
      .negativePreference(
        of: policy, bad: bad, oldLogProbability: old.logProbabilities[bad],
        beta: NegativeLoss.beta
      )
    default: .unlikelihood(of: policy, bad: bad)
    }
  }

  /// The risk of complementary labels; nil for the other losses.
  private var risk: ComplementaryRisk? {
    switch self {
    case .complementaryUnbiased: .unbiased
    case .complementaryAscent: .gradientAscent
    case .complementaryNonNegative: .nonNegative
    default: nil
    }
  }
}
