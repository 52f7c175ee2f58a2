extension Loss {
  /// Naive ascent: log p(b), cross-entropy to a bad outcome turned from descent
  /// into ascent; its gradient is e_b − p.
  ///
  /// As p(b) → 0 the gradient stays near 1 on b, so the logits run away; as
  /// p(b) → 1 it vanishes, where there would be most to unlearn. What b loses,
  /// the others gain in proportion to what they already have.
  public static func ascent(of policy: Categorical, bad: Int) -> Loss {
    Loss(
      of: policy,
      outcome: bad,
      value: policy.logProbabilities[bad],
      slope: 1
    )
  }

  /// Ascent that stops at a floor: max(log p(b), log floor); its gradient is
  /// e_b − p above the floor, 0 below.
  ///
  /// The floor ends the runaway as p(b) → 0; as p(b) → 1 the gradient vanishes
  /// all the same.
  public static func ascent(
    of policy: Categorical,
    bad: Int,
    floor: Float
  ) -> Loss {
    precondition(0 < floor && floor < 1, "a floor of \(floor)")
    let isAbove = policy.probabilities[bad] > floor
    return Loss(
      of: policy,
      outcome: bad,
      value: isAbove ? policy.logProbabilities[bad] : .log(floor),
      slope: isAbove ? 1 : 0
    )
  }
}
