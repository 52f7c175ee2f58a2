extension Loss {
  /// The cross-entropy −log p(G) to a set of good outcomes, bit i standing for
  /// outcome i; its gradient is p(a) − p(a) / p(G) on G and p(a) elsewhere.
  ///
  /// Any share among the good ones will do; cross-entropy to a distribution
  /// would ask for one. The same as the marginal likelihood of partial labels:
  /// Jin & Ghahramani (2002).
  ///
  /// - Precondition: an outcome in G is legal.
  public static func crossEntropy(
    of policy: Categorical,
    toSet good: UInt64
  ) -> Loss {
    let logGood = policy.logProbability(of: good)
    var gradient = policy.probabilities
    for i in gradient.indices where (good & policy.legal) >> i & 1 == 1 {
      // By logarithms: p(G) may round to 0 where this ratio does not.
      gradient[i] -= .exp(policy.logProbabilities[i] - logGood)
    }
    return Loss(value: -logGood, gradient: gradient)
  }
}
