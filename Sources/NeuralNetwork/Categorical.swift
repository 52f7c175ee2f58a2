/// A categorical distribution: the softmax of logits over the legal outcomes.
///
/// Postcondition: the probabilities of legal outcomes sum to 1 up to rounding,
/// every other is exactly 0.
public struct Categorical: Sendable, Equatable {
  /// The probabilities, of shape [outcomes].
  public let probabilities: OutcomeVector

  /// Their logarithms, of shape [outcomes]: finite even if a probability rounds
  /// to 0; 0 if the outcome is illegal.
  public let logProbabilities: OutcomeVector

  /// The legal outcomes, bit i standing for outcome i.
  public let legal: UInt64

  /// Creates the masked softmax of logits, of shape [outcomes].
  ///
  /// - Precondition: the legal logits are finite.
  /// - Complexity: O(outcomes).
  public init(logits: some Collection<Float>, legal: UInt64) {
    self.init(logits: OutcomeVector(logits), legal: legal)
  }

  /// Creates the masked softmax of logits, of shape [outcomes].
  ///
  /// - Precondition: the legal logits are finite.
  /// - Complexity: O(outcomes).
  public init(logits: OutcomeVector, legal: UInt64) {
    precondition(
      legal != 0 && legal >> (logits.count - 1) <= 1,
      "legal outcomes \(String(legal, radix: 2)) among \(logits.count) logits"
    )
    let illegal = (
      Categorical.lanes(outside: legal),
      Categorical.lanes(outside: legal >> UInt64(Vector.scalarCount))
    )
    var greatest = Categorical.greatest(of: logits.lanes, without: illegal.0)
    var least = -Categorical.greatest(of: -logits.lanes, without: illegal.0)
    if logits.isLong {
      let more = logits.more
      greatest = max(
        greatest, Categorical.greatest(of: more, without: illegal.1)
      )
      least = min(least, -Categorical.greatest(of: -more, without: illegal.1))
    }
    let shifted = logits.mapped { $0 - greatest }
    var powers = OutcomeVector(
      count: logits.count,
      lanes: SIMD16.exp(shifted.lanes).replacing(with: 0, where: illegal.0)
    )
    if logits.isLong {
      powers.more = SIMD16.exp(shifted.more)
        .replacing(with: 0, where: illegal.1)
    }
    let total = powers.sum
    precondition(
      (greatest - least).isFinite && total.isFinite,
      "a legal logit is not finite: \(Array(logits))"
    )
    let logTotal = Float.log(total)
    var logs = OutcomeVector(
      count: logits.count,
      lanes: (shifted.lanes - logTotal).replacing(with: 0, where: illegal.0)
    )
    if logits.isLong {
      logs.more = (shifted.more - logTotal)
        .replacing(with: 0, where: illegal.1)
    }
    probabilities = powers.mapped { $0 / total }
    logProbabilities = logs
    self.legal = legal
  }

  @inline(__always)
  private static func greatest(
    of lanes: Vector, without isIllegal: SIMDMask<SIMD16<Int32>>
  ) -> Float {
    lanes.replacing(with: -.infinity, where: isIllegal).greatest
  }

  @inline(__always)
  private static func lanes(
    outside outcomes: UInt64
  ) -> SIMDMask<SIMD16<Int32>> {
    let low = SIMD8<UInt32>(1, 2, 4, 8, 16, 32, 64, 128)
    let bits = SIMD16(lowHalf: low, highHalf: low &<< 8)
    let mask = UInt32(truncatingIfNeeded: outcomes)
    return SIMD16(repeating: mask) & bits .== SIMD16.zero
  }

  /// The entropy H = −Σ p log p, in nats.
  public var entropy: Float {
    // Subtracted, so that a certain outcome has an entropy of 0, not −0.
    0 - probabilities.dot(logProbabilities)
  }

  /// Returns the logarithm of the probability of a set of outcomes, bit i
  /// standing for outcome i, illegal ones ignored; finite even if that rounds
  /// to 0.
  ///
  /// - Precondition: one of them is legal.
  public func logProbability(of outcomes: UInt64) -> Float {
    let members = outcomes & legal
    precondition(
      members != 0,
      "none of \(String(outcomes, radix: 2)) is legal in "
        + String(legal, radix: 2)
    )
    var greatest = -Float.infinity
    for outcome in Outcomes(members) {
      greatest = max(greatest, logProbabilities[outcome])
    }
    var sum: Float = 0
    for outcome in Outcomes(members) {
      sum += .exp(logProbabilities[outcome] - greatest)
    }
    return greatest + .log(sum)
  }

  /// The likeliest outcome; ties go to the lowest.
  public var argmax: Int {
    var best = legal.trailingZeroBitCount
    for outcome in Outcomes(legal)
    where logProbabilities[outcome] > logProbabilities[best] {
      best = outcome
    }
    return best
  }

  @inlinable
  public func sample(using rng: inout some RandomNumberGenerator) -> Int {
    outcome(at: rng.nextUnit())
  }

  /// The outcome at which the cumulative distribution passes `unit`.
  @usableFromInline
  func outcome(at unit: Float) -> Int {
    var remaining = unit
    var last = legal.trailingZeroBitCount
    for outcome in Outcomes(legal) where probabilities[outcome] > 0 {
      last = outcome
      remaining -= probabilities[outcome]
      if remaining < 0 { break }
    }
    return last
  }
}

/// The outcomes of a set, bit i standing for outcome i, ascending.
package struct Outcomes: Sequence, IteratorProtocol {
  private var remaining: UInt64

  @inline(__always)
  package init(_ mask: UInt64) { remaining = mask }

  @inline(__always)
  package mutating func next() -> Int? {
    guard remaining != 0 else { return nil }
    let outcome = remaining.trailingZeroBitCount
    remaining &= remaining - 1
    return outcome
  }
}
