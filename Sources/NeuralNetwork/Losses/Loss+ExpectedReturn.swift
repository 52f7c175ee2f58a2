extension Loss {
  /// The expected return, negated: −Σ p(a) Q(a) over all actions, Q being what
  /// each is worth; its gradient is p (V − Q), where V = Σ p(a) Q(a).
  ///
  /// It is what the policy gradient is on average where Q are the true values,
  /// without the variance of drawing an action: the inner sum of the policy
  /// gradient theorem, Sutton et al. (2000), theorem 1. Allen et al. (2017).
  public static func expectedReturn(
    of policy: Categorical,
    values: OutcomeVector
  ) -> Loss {
    let p = policy.probabilities
    precondition(
      values.count == p.count,
      "\(values.count) values for \(p.count) actions"
    )
    let value = p.dot(values)
    return Loss(
      value: -value,
      gradient: OutcomeVector(
        count: p.count,
        lanes: p.lanes * (value - values.lanes)
      )
    )
  }
}
