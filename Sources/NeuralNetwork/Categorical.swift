/// A categorical distribution: the softmax of logits over the legal outcomes.
///
/// Postcondition: the probabilities of legal outcomes sum to 1 up to rounding,
/// every other is exactly 0.
public struct Categorical: Sendable, Equatable {
  /// The probability of each outcome.
  public let probabilities: [Float]

  /// The logarithm of each probability, finite even where that rounds to 0;
  /// 0 where the outcome is illegal.
  public let logProbabilities: [Float]

  /// The legal outcomes, bit i standing for outcome i.
  public let legal: UInt64

  /// Creates the masked softmax of logits, the legal ones finite.
  ///
  /// - Complexity: O(outcomes).
  public init(logits: some Collection<Float>, legal: UInt64) {
    precondition(
      legal != 0 && logits.count <= 64 && legal >> (logits.count - 1) <= 1,
      "legal outcomes \(String(legal, radix: 2)) among \(logits.count) logits"
    )
    let logits = Array(logits)
    var greatest = -Float.infinity
    var least = Float.infinity
    for (i, logit) in logits.enumerated() where legal >> i & 1 == 1 {
      greatest = max(greatest, logit)
      least = min(least, logit)
    }
    precondition(
      (greatest - least).isFinite,
      "the legal logits go from \(least) to \(greatest)"
    )
    var probabilities = [Float](repeating: 0, count: logits.count)
    var total: Float = 0
    for (i, logit) in logits.enumerated() where legal >> i & 1 == 1 {
      probabilities[i] = .exp(logit - greatest)
      total += probabilities[i]
    }
    let logTotal = Float.log(total)
    var logProbabilities = [Float](repeating: 0, count: logits.count)
    for (i, logit) in logits.enumerated() where legal >> i & 1 == 1 {
      probabilities[i] /= total
      logProbabilities[i] = logit - greatest - logTotal
    }
    self.probabilities = probabilities
    self.logProbabilities = logProbabilities
    self.legal = legal
  }

  /// The entropy H = −Σ p log p, in nats.
  public var entropy: Float {
    var sum: Float = 0
    for (p, logP) in zip(probabilities, logProbabilities) { sum -= p * logP }
    return sum
  }

  /// The logarithm of the probability of a set of outcomes, bit i standing for
  /// outcome i, illegal ones ignored; finite even where that rounds to 0.
  ///
  /// - Precondition: one of them is legal.
  public func logProbability(of outcomes: UInt64) -> Float {
    let members = logProbabilities.indices.filter {
      (outcomes & legal) >> $0 & 1 == 1
    }
    guard let greatest = members.map({ logProbabilities[$0] }).max() else {
      preconditionFailure(
        "none of \(String(outcomes, radix: 2)) is legal in "
          + String(legal, radix: 2)
      )
    }
    var sum: Float = 0
    for i in members { sum += .exp(logProbabilities[i] - greatest) }
    return greatest + .log(sum)
  }

  /// The likeliest outcome; of several, the lowest.
  public var mode: Int {
    var best = legal.trailingZeroBitCount
    for (i, p) in logProbabilities.enumerated() where legal >> i & 1 == 1 {
      if p > logProbabilities[best] { best = i }
    }
    return best
  }

  /// Draws an outcome.
  public func sample(using rng: inout some RandomNumberGenerator) -> Int {
    var remaining = rng.nextUnit()
    var last = legal.trailingZeroBitCount
    for (i, p) in probabilities.enumerated() where p > 0 {
      last = i
      remaining -= p
      if remaining < 0 { break }
    }
    return last
  }
}
