extension Loss {
  /// Negative preference optimization: 2/β · log(1 + (p(b) / q(b))^β), where q
  /// is an old policy; its gradient is 2 r / (1 + r) · (e_b − p), r being that
  /// power.
  ///
  /// As p(b) → 0 the gradient fades like p(b)^β; at q it is that of ascent.
  /// As p(b) → 1 it vanishes, as that of ascent does. With β → 0 it becomes
  /// ascent. Zhang et al. (2024), equation 3.
  public static func negativePreference(
    of policy: Categorical,
    bad: Int,
    oldLogProbability: Float,
    beta: Float
  ) -> Loss {
    precondition(beta > 0, "a β of \(beta)")
    let x = beta * (policy.logProbabilities[bad] - oldLogProbability)
    return Loss(
      of: policy,
      outcome: bad,
      value: -2 / beta * .logSigmoid(-x),
      slope: 2 * .exp(.logSigmoid(x))
    )
  }
}
