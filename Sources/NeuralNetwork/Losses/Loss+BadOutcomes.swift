/// Losses away from a bad outcome b or a set B of them.
extension Loss {
  /// Naive ascent: log p(b), the cross-entropy to a bad outcome, negated; its
  /// gradient is e_b − p.
  ///
  /// As p(b) → 0 the gradient stays near 1 on b, so the logits run away; as
  /// p(b) → 1 it vanishes, where there would be most to unlearn. The others
  /// gain in proportion to their probabilities.
  public static func ascent(of policy: Categorical, bad: Int) -> Loss {
    Loss(
      of: policy, outcome: bad, value: policy.logProbabilities[bad], slope: 1
    )
  }

  /// Ascent that stops at a floor: max(log p(b), log floor); its gradient is
  /// e_b − p above the floor, 0 below.
  ///
  /// The floor ends the runaway as p(b) → 0; as p(b) → 1 the gradient still
  /// vanishes.
  public static func ascent(
    of policy: Categorical, bad: Int, floor: Float
  ) -> Loss {
    precondition(0 < floor && floor < 1, "a floor of \(floor)")
    let isAbove = policy.probabilities[bad] > floor
    return Loss(
      of: policy, outcome: bad,
      value: isAbove ? policy.logProbabilities[bad] : .log(floor),
      slope: isAbove ? 1 : 0
    )
  }

  /// The unlikelihood −log(1 − p(b)) of a bad outcome; its gradient is
  /// p(b) / (1 − p(b)) · (e_b − p).
  ///
  /// On b that is p(b): it fades as p(b) → 0 and is greatest as p(b) → 1, the
  /// reverse of ascent. Welleck et al. (2020), equation 2.
  ///
  /// - Precondition: another outcome is legal.
  public static func unlikelihood(of policy: Categorical, bad: Int) -> Loss {
    setUnlikelihood(of: policy, bad: 1 << UInt64(bad))
  }

  /// The unlikelihood −log(1 − p(B)) of all bad outcomes together, bit i
  /// standing for outcome i; its gradient is p(b) on B and
  /// −p(a) p(B) / (1 − p(B)) elsewhere.
  ///
  /// One bad outcome cannot be avoided at the price of another: equal shares
  /// on several, where the single unlikelihoods balance, are not stationary.
  /// If every bad outcome is named it *is* the cross-entropy to the set of the
  /// good ones; with fewer names it learns from bad examples alone.
  ///
  /// - Precondition: an outcome outside B is legal.
  public static func setUnlikelihood(
    of policy: Categorical, bad: UInt64
  ) -> Loss {
    crossEntropy(of: policy, toSet: policy.legal & ~bad)
  }

  /// The probability p(b) of a bad outcome; its gradient is p(b) (e_b − p).
  ///
  /// The gradient vanishes as p(b) → 0, where nothing is left to do, and also
  /// as p(b) → 1. It is the mean step of REINFORCE with reward −1 for b:
  /// Williams (1992), theorem 1.
  public static func probability(of policy: Categorical, bad: Int) -> Loss {
    let p = policy.probabilities[bad]
    return Loss(of: policy, outcome: bad, value: p, slope: p)
  }

  /// Negative preference optimization: 2/β · log(1 + (p(b) / q(b))^β), where q
  /// is an old policy; its gradient is 2 r / (1 + r) · (e_b − p), r being that
  /// power.
  ///
  /// As p(b) → 0 the gradient fades like p(b)^β; at q it is that of ascent; as
  /// p(b) → 1 it vanishes like that of ascent. As β → 0 it becomes ascent.
  /// Zhang et al. (2024), equation 3.
  public static func negativePreference(
    of policy: Categorical, bad: Int, oldLogProbability: Float, beta: Float
  ) -> Loss {
    precondition(beta > 0, "a β of \(beta)")
    let x = beta * (policy.logProbabilities[bad] - oldLogProbability)
    return Loss(
      of: policy, outcome: bad, value: -2 / beta * .logSigmoid(-x),
      slope: 2 * .exp(.logSigmoid(x))
    )
  }
}

/// Risks for complementary labels: one outcome that is known to be wrong, the
/// right one unknown.
///
/// With ℓₖ = −log p(k) and K legal outcomes, the unbiased risk of examples
/// labeled ȳ is the sum over k of
/// r(k) = mean over the examples of ℓₖ − (K − 1) [ȳ = k] ℓₖ.
/// It assumes a single right outcome and a label drawn uniformly from the
/// others; if several outcomes are good it favors none of them.
/// The gradient on ȳ is that of (K − 2) · ascent less that of the other ℓₖ: it
/// grows with K as p(ȳ) → 0 and vanishes as p(ȳ) → 1.
/// Ishida et al. (2017), theorem 1; Ishida et al. (2019), section 3.
public enum ComplementaryRisk: Sendable {
  /// Σ r(k): unbounded below, since −(K − 1) ℓ runs away as p(ȳ) → 0.
  case unbiased

  /// Σ r(k) as long as no r(k) is negative; else the negative ones alone, with
  /// the opposite sign, which undoes their runaway.
  case gradientAscent

  /// Σ max(r(k), 0): negative risks contribute no gradient.
  case nonNegative

  /// Returns each example's part in the risk of a batch, times its size.
  ///
  /// - Parameters:
  ///   - policies: Of shape [examples].
  ///   - labels: The bad outcome ȳ of each example, of shape [examples].
  /// - Returns: The losses, of shape [examples].
  /// - Precondition: a label for each policy, legal there.
  /// - Complexity: O(examples · outcomes).
  public func losses(of policies: [Categorical], labels: [Int]) -> [Loss] {
    precondition(
      policies.count == labels.count,
      "\(labels.count) labels for \(policies.count) policies"
    )
    let outcomes = policies.first?.probabilities.count ?? 0
    var risks = [Float](repeating: 0, count: outcomes)
    let terms = zip(policies, labels).map { policy, label in
      let coefficients = coefficients(of: policy, label: label)
      for k in 0..<outcomes {
        risks[k] -= coefficients[k] * policy.logProbabilities[k]
      }
      return coefficients
    }
    let weights = weights(of: risks)
    return zip(policies, terms).map { policy, coefficients in
      var value: Float = 0
      var total: Float = 0
      for k in 0..<outcomes {
        let weight = weights[k] * coefficients[k]
        value -= weight * policy.logProbabilities[k]
        total += weight
      }
      return Loss(
        value: value,
        gradient: OutcomeVector(count: outcomes) {
          total * policy.probabilities[$0] - weights[$0] * coefficients[$0]
        }
      )
    }
  }

  /// The factor of each ℓₖ of one example, of shape [outcomes].
  private func coefficients(of policy: Categorical, label: Int) -> [Float] {
    policy.requireLegal(label)
    let others = Float(policy.legal.nonzeroBitCount - 1)
    return policy.probabilities.indices.map { k in
      guard policy.legal >> k & 1 == 1 else { return 0 }
      return k == label ? 1 - others : 1
    }
  }

  /// The factor of each r(k), of shape [outcomes], given their signs.
  private func weights(of risks: [Float]) -> [Float] {
    switch self {
    case .unbiased: risks.map { _ in 1 }
    case .nonNegative: risks.map { $0 > 0 ? 1 : 0 }
    case .gradientAscent:
      risks.allSatisfy { $0 >= 0 }
        ? risks.map { _ in 1 } : risks.map { $0 < 0 ? -1 : 0 }
    }
  }
}
