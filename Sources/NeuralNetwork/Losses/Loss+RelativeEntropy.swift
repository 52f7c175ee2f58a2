extension Loss {
  /// The relative entropy Σ q log(q / p) of an old policy q to this one: the
  /// anchor that holds a network to what it knew; its gradient is p − q.
  ///
  /// Kullback & Leibler (1951).
  public static func relativeEntropy(
    of policy: Categorical,
    from old: Categorical
  ) -> Loss {
    precondition(
      old.legal == policy.legal,
      "policies over \(String(old.legal, radix: 2)) and "
        + "\(String(policy.legal, radix: 2))"
    )
    let loss = crossEntropy(of: policy, target: old.probabilities)
    return Loss(value: loss.value - old.entropy, gradient: loss.gradient)
  }
}
