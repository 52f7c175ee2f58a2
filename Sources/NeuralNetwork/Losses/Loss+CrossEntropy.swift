extension Loss {
  /// The cross-entropy −Σ q log p to a target distribution q over the legal
  /// outcomes; its gradient is p Σq − q.
  public static func crossEntropy(
    of policy: Categorical,
    target: OutcomeVector
  ) -> Loss {
    let p = policy.probabilities
    precondition(
      target.count == p.count,
      "\(target.count) targets for \(p.count) outcomes"
    )
    var value: Float = 0
    var mass: Float = 0
    for (i, q) in target.enumerated() where q != 0 {
      precondition(policy.legal >> i & 1 == 1, "target \(q) is not legal: \(i)")
      value -= q * policy.logProbabilities[i]
      mass += q
    }
    return Loss(
      value: value,
      gradient: OutcomeVector(count: p.count) { mass * p[$0] - target[$0] }
    )
  }
}
