extension Loss {
  /// The cross-entropy −Σ q log p to a target distribution q over the legal
  /// outcomes; its gradient is p Σq − q.
  public static func crossEntropy(
    of policy: Categorical,
    target: [Float]
  ) -> Loss {
    let count = policy.probabilities.count
    precondition(
      target.count == count,
      "\(target.count) targets for \(count) outcomes"
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
      gradient: zip(policy.probabilities, target).map { mass * $0 - $1 }
    )
  }
}
