extension Loss {
  /// The probability p(b) of a bad outcome; its gradient is p(b) (e_b − p).
  ///
  /// It vanishes as p(b) → 0, where nothing is left to do, and also as
  /// p(b) → 1. It is what REINFORCE with reward −1 for b descends on average:
  /// Williams (1992), theorem 1.
  public static func probability(of policy: Categorical, bad: Int) -> Loss {
    let p = policy.probabilities[bad]
    return Loss(of: policy, outcome: bad, value: p, slope: p)
  }
}
