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
    return Loss(
      value: -weight * entropy,
      gradient: zip(policy.probabilities, policy.logProbabilities).map {
        weight * $0 * ($1 + entropy)
      }
    )
  }
}
