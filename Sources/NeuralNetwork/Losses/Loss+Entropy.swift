extension Loss {
  /// The entropy bonus −β H(p), which keeps a policy exploring; its gradient is
  /// β p (log p + H).
  ///
  /// Williams & Peng (1991).
  public static func entropyBonus(
    of policy: Categorical,
    weight: Float
  ) -> Loss {
    let entropy = policy.entropy
    let (p, logP) = (policy.probabilities, policy.logProbabilities)
    return Loss(
      value: -weight * entropy,
      gradient: OutcomeVector(
        count: p.count,
        lanes: weight * p.lanes * (logP.lanes + entropy)
      )
    )
  }
}
