/// A loss on one score s, the logit σ⁻¹(D) of a discriminator's belief D that
/// its input is true, with its slope dL/ds.
public struct ScoreLoss: Sendable, Equatable {
  public let value: Float
  public let slope: Float

  /// The logistic loss −y log σ(s) − (1 − y) log(1 − σ(s)); its slope is
  /// σ(s) − y.
  ///
  /// The discriminator's own: y is 1 for a true input, 0 for a forgery. A y a
  /// little below 1 is one-sided label smoothing, Salimans et al. (2016).
  ///
  /// - Precondition: y is in 0…1.
  public static func logistic(_ score: Float, label y: Float) -> ScoreLoss {
    precondition(0 <= y && y <= 1, "a label of \(y)")
    // −log(1 − σ(s)) = −log σ(−s).
    return ScoreLoss(
      value: -y * .logSigmoid(score) - (1 - y) * .logSigmoid(-score),
      slope: .exp(.logSigmoid(score)) - y
    )
  }

  /// The forger's loss −log σ(s); its slope σ(s) − 1 is −1 on a forgery that is
  /// seen through, so that it learns most there. Goodfellow et al. (2014), the
  /// end of section 3.
  public static func nonSaturating(_ score: Float) -> ScoreLoss {
    logistic(score, label: 1)
  }

  /// The forger's loss log(1 − σ(s)), the minimax game's; its slope −σ(s) fades
  /// on a forgery that is seen through. Goodfellow et al. (2014), equation 1.
  public static func saturating(_ score: Float) -> ScoreLoss {
    let loss = logistic(score, label: 0)
    return ScoreLoss(value: -loss.value, slope: -loss.slope)
  }
}
