extension Loss {
  /// The quadratic cost ½ Σ (σ(z) − y)² of sigmoid outputs over the given
  /// outcomes; its gradient is (σ(z) − y) σ(z) (1 − σ(z)).
  ///
  /// The cost of the historical network: outputs do not compete, and the
  /// gradient vanishes wherever one is near 0 or 1, be it right or wrong.
  /// Nielsen (2015), equation 6.
  public static func quadratic(
    ofLogits logits: some Collection<Float>,
    target: OutcomeVector,
    over outcomes: UInt64
  ) -> Loss {
    precondition(
      target.count == logits.count,
      "\(target.count) targets for \(logits.count) outputs"
    )
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
}
