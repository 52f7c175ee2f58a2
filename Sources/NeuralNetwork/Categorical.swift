/// A categorical distribution: the softmax of logits over the legal outcomes.
///
/// Postcondition: the probabilities of legal outcomes sum to 1 up to rounding,
/// every other is exactly 0.
public struct Categorical: Sendable, Equatable {
  /// The probability of each outcome.
  public let probabilities: OutcomeVector

  /// The logarithm of each probability, finite even where that rounds to 0;
  /// 0 where the outcome is illegal.
  public let logProbabilities: OutcomeVector

  /// The legal outcomes, bit i standing for outcome i.
  public let legal: UInt64

  /// Creates the masked softmax of logits, the legal ones finite.
  ///
  /// - Complexity: O(outcomes).
  public init(logits: some Collection<Float>, legal: UInt64) {
    self.init(logits: OutcomeVector(logits), legal: legal)
  }

  /// Creates the masked softmax of logits, the legal ones finite.
  ///
  /// - Complexity: O(outcomes).
  public init(logits: OutcomeVector, legal: UInt64) {
    precondition(
      legal != 0 && legal >> (logits.count - 1) <= 1,
      "legal outcomes \(String(legal, radix: 2)) among \(logits.count) logits"
    )
    let count = logits.count
    let lanes = logits.lanes
    var greatest = -Float.infinity
    var least = Float.infinity
    for outcome in Outcomes(legal) {
      greatest = max(greatest, lanes[outcome])
      least = min(least, lanes[outcome])
    }
    precondition(
      (greatest - least).isFinite,
      "the legal logits go from \(least) to \(greatest)"
    )
    var powers = SIMD16<Float>.zero
    var total: Float = 0
    for outcome in Outcomes(legal) {
      let power = Float.exp(lanes[outcome] - greatest)
      powers[outcome] = power
      total += power
    }
    let logTotal = Float.log(total)
    var logs = SIMD16<Float>.zero
    for outcome in Outcomes(legal) {
      logs[outcome] = lanes[outcome] - greatest - logTotal
    }
    probabilities = OutcomeVector(count: count, lanes: powers / total)
    logProbabilities = OutcomeVector(count: count, lanes: logs)
    self.legal = legal
  }

  /// The entropy H = −Σ p log p, in nats.
  public var entropy: Float {
    var sum: Float = 0
    let terms = probabilities.lanes * logProbabilities.lanes
    for outcome in Outcomes(legal) { sum -= terms[outcome] }
    return sum
  }

  /// The logarithm of the probability of a set of outcomes, bit i standing for
  /// outcome i, illegal ones ignored; finite even where that rounds to 0.
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

  /// The likeliest outcome; of several, the lowest.
  public var mode: Int {
    var best = legal.trailingZeroBitCount
    for outcome in Outcomes(legal)
    where logProbabilities[outcome] > logProbabilities[best] {
      best = outcome
    }
    return best
  }

  /// Draws an outcome.
  public func sample(using rng: inout some RandomNumberGenerator) -> Int {
    var remaining = rng.nextUnit()
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
struct Outcomes: Sequence, IteratorProtocol {
  private var remaining: UInt64

  @inline(__always)
  init(_ mask: UInt64) { remaining = mask }

  @inline(__always)
  mutating func next() -> Int? {
    guard remaining != 0 else { return nil }
    let outcome = remaining.trailingZeroBitCount
    remaining &= remaining - 1
    return outcome
  }
}
