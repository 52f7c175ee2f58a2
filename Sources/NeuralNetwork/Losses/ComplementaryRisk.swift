/// Risks for complementary labels: one outcome that is known to be wrong, the
/// right one unknown.
///
/// With ℓₖ = −log p(k) and K legal outcomes, the unbiased risk of examples
/// labelled ȳ is the sum over k of
/// r(k) = mean over the examples of ℓₖ − (K − 1) [ȳ = k] ℓₖ.
/// It assumes a single right outcome and a label drawn uniformly from the
/// others; where several moves are good it is biased towards none of them.
/// The gradient on ȳ is that of (K − 2) · ascent, less what the other ℓₖ ask:
/// it grows with K as p(ȳ) → 0 and vanishes as p(ȳ) → 1.
/// Ishida et al. (2017), theorem 1; Ishida et al. (2019), section 3.
public enum ComplementaryRisk: Sendable {
  /// Σ r(k): unbounded below, since −(K − 1) ℓ runs away as p(ȳ) → 0.
  case unbiased

  /// Σ r(k) as long as no r(k) is negative; else the negative ones alone,
  /// ascended, until they are not: their runaway is undone.
  case gradientAscent

  /// Σ max(r(k), 0): what is negative teaches nothing.
  case nonNegative

  /// The part each example has in the risk of a batch, times the batch's size.
  ///
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

  /// What multiplies each ℓₖ of one example.
  private func coefficients(of policy: Categorical, label: Int) -> [Float] {
    precondition(
      0 <= label && label < policy.probabilities.count
        && policy.legal >> label & 1 == 1,
      "label \(label) is not legal"
    )
    let others = Float(policy.legal.nonzeroBitCount - 1)
    return policy.probabilities.indices.map { k in
      guard policy.legal >> k & 1 == 1 else { return 0 }
      return k == label ? 1 - others : 1
    }
  }

  /// What multiplies each r(k), given their signs.
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
