/// Losses towards good outcomes: a distribution or a set of them.
extension Loss {
  /// The cross-entropy −Σ q log p to a target distribution q over the legal
  /// outcomes; its gradient is p Σq − q.
  ///
  /// - Parameter target: The shares q, of shape [outcomes].
  public static func crossEntropy(
    of policy: Categorical, target: OutcomeVector
  ) -> Loss {
    let p = policy.probabilities
    requireTargets(target, for: p.count)
    var value: Float = 0
    var mass: Float = 0
    for (i, q) in target.enumerated() where q != 0 {
      policy.requireLegal(i)
      value -= q * policy.logProbabilities[i]
      mass += q
    }
    return Loss(
      value: value,
      gradient: OutcomeVector(count: p.count) { mass * p[$0] - target[$0] }
    )
  }

  /// The cross-entropy −log p(G) to a set of good outcomes, bit i standing for
  /// outcome i; its gradient is p(a) − p(a) / p(G) on G and p(a) elsewhere.
  ///
  /// Any shares of the good outcomes will do; cross-entropy to a distribution
  /// would ask for one. It is the marginal likelihood of partial labels:
  /// Jin & Ghahramani (2002).
  ///
  /// - Precondition: an outcome in G is legal.
  public static func crossEntropy(
    of policy: Categorical, toSet good: UInt64
  ) -> Loss {
    let logGood = policy.logProbability(of: good)
    var gradient = policy.probabilities
    for i in gradient.indices where (good & policy.legal) >> i & 1 == 1 {
      // By logarithms: p(G) may round to 0 where this ratio does not.
      gradient[i] -= .exp(policy.logProbabilities[i] - logGood)
    }
    return Loss(value: -logGood, gradient: gradient)
  }

  /// The relative entropy Σ q log(q / p) of an old policy q to this one: the
  /// anchor that holds a network to what it knew; its gradient is p − q.
  ///
  /// Kullback & Leibler (1951).
  public static func relativeEntropy(
    of policy: Categorical, from old: Categorical
  ) -> Loss {
    precondition(
      old.legal == policy.legal,
      "policies over \(String(old.legal, radix: 2)) and "
        + "\(String(policy.legal, radix: 2))"
    )
    let loss = crossEntropy(of: policy, target: old.probabilities)
    return Loss(value: loss.value - old.entropy, gradient: loss.gradient)
  }

  /// The quadratic cost ½ Σ (σ(z) − y)² of sigmoid outputs over the given
  /// outcomes; its gradient is (σ(z) − y) σ(z) (1 − σ(z)).
  ///
  /// The cost of the historical network: outputs do not compete, and the
  /// gradient vanishes wherever one is near 0 or 1, be it right or wrong.
  /// Nielsen (2015), equation 6.
  ///
  /// - Parameters:
  ///   - logits: The logits z, of shape [outcomes].
  ///   - target: The targets y, of shape [outcomes].
  ///   - outcomes: The outcomes that count, bit i standing for outcome i.
  public static func quadratic(
    ofLogits logits: some Collection<Float>, target: OutcomeVector,
    over outcomes: UInt64
  ) -> Loss {
    requireTargets(target, for: logits.count)
    var value: Float = 0
    var gradient = OutcomeVector(count: target.count)
    for (i, z) in logits.enumerated() where outcomes >> i & 1 == 1 {
      let output = Float.exp(.logSigmoid(z))
      let error = output - target[i]
      value += error * error / 2
      gradient[i] = error * output * (1 - output)
    }
    return Loss(value: value, gradient: gradient)
  }

  private static func requireTargets(_ target: OutcomeVector, for count: Int) {
    precondition(
      target.count == count, "\(target.count) targets for \(count) outcomes"
    )
  }
}
