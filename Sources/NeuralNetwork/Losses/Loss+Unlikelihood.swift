extension Loss {
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
  /// Where every bad outcome is named it *is* the cross-entropy to the set of
  /// the others; only fewer names make it a lesson from bad examples alone.
  ///
  /// - Precondition: an outcome outside B is legal.
  public static func setUnlikelihood(
    of policy: Categorical,
    bad: UInt64
  ) -> Loss {
    crossEntropy(of: policy, toSet: policy.legal & ~bad)
  }
}
