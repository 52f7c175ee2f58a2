extension Loss {
  /// The policy-gradient loss −A log p(a); its gradient is A (p − e_a).
  ///
  /// A step against it makes an action taken with a positive advantage A
  /// likelier, with a negative one rarer. Williams (1992), equation 11.
  public static func policyGradient(
    of policy: Categorical,
    action: Int,
    advantage: Float
  ) -> Loss {
    Loss(
      of: policy,
      outcome: action,
      value: -advantage * policy.logProbabilities[action],
      slope: -advantage
    )
  }

  /// The clipped surrogate −min(r A, clip(r, 1 − ε, 1 + ε) A), where r is
  /// p(a) over its value when the action was taken; its gradient is
  /// r A (p − e_a), or 0 where the clipped term is the lesser.
  ///
  /// In the first pass over a batch r is 1 and this is the policy gradient.
  /// Schulman et al. (2017), equation 7.
  public static func clippedPolicyGradient(
    of policy: Categorical,
    action: Int,
    advantage: Float,
    oldLogProbability: Float,
    clip: Float
  ) -> Loss {
    precondition(
      action < 64 && policy.legal >> action & 1 == 1,
      "action \(action) is not legal"
    )
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
      of: policy,
      action: action,
      advantage: ratio * advantage
    )
    return Loss(value: -ratio * advantage, gradient: step.gradient)
  }
}
