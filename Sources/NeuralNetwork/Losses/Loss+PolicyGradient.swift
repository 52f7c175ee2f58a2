/// Losses of actions by their returns.
extension Loss {
  /// The policy-gradient loss −A log p(a); its gradient is A (p − e_a).
  ///
  /// A step against it makes an action taken with a positive advantage A
  /// likelier, with a negative one rarer. Williams (1992), equation 11.
  ///
  /// - Precondition: the action is legal.
  public static func policyGradient(
    of policy: Categorical, action: Int, advantage: Float
  ) -> Loss {
    Loss(
      of: policy, outcome: action,
      value: -advantage * policy.logProbabilities[action], slope: -advantage
    )
  }

  /// The clipped surrogate −min(r A, clip(r, 1 − ε, 1 + ε) A), where r is
  /// p(a) over its value when the action was taken; its gradient is
  /// r A (p − e_a), or 0 where the clipped term is the lesser.
  ///
  /// In the first pass over a batch r is 1 and this is the policy gradient.
  /// Schulman et al. (2017), equation 7.
  ///
  /// - Precondition: the action is legal.
  public static func clippedPolicyGradient(
    of policy: Categorical, action: Int, advantage: Float,
    oldLogProbability: Float, clip: Float
  ) -> Loss {
    policy.requireLegal(action)
    let ratio = Float.exp(policy.logProbabilities[action] - oldLogProbability)
    let isClipped = advantage > 0 ? ratio > 1 + clip : ratio < 1 - clip
    if isClipped {
      let bound = advantage > 0 ? 1 + clip : 1 - clip
      return Loss(
        value: -bound * advantage,
        gradient: OutcomeVector(count: policy.probabilities.count)
      )
    }
    let step = policyGradient(
      of: policy, action: action, advantage: ratio * advantage
    )
    return Loss(value: -ratio * advantage, gradient: step.gradient)
  }

  /// The expected return, negated: −Σ p(a) Q(a) over all actions; its gradient
  /// is p (V − Q), where V = Σ p(a) Q(a).
  ///
  /// If Q are the true values it is the mean of the policy gradient, without
  /// the variance of drawing an action: the inner sum of the policy gradient
  /// theorem, Sutton et al. (2000), theorem 1. Allen et al. (2017).
  ///
  /// - Parameter values: The action values Q, of shape [outcomes].
  public static func expectedReturn(
    of policy: Categorical, values: OutcomeVector
  ) -> Loss {
    let p = policy.probabilities
    let value = p.dot(values)
    return Loss(
      value: -value,
      gradient: p.combined(with: values) { $0 * (value - $1) }
    )
  }

  /// The entropy bonus −β H(p), which keeps a policy exploring; its gradient is
  /// β p (log p + H).
  ///
  /// Williams & Peng (1991).
  public static func entropyBonus(
    of policy: Categorical, weight: Float
  ) -> Loss {
    let entropy = policy.entropy
    let (p, logP) = (policy.probabilities, policy.logProbabilities)
    return Loss(
      value: -weight * entropy,
      gradient: p.combined(with: logP) { weight * $0 * ($1 + entropy) }
    )
  }
}
