import NeuralNetwork
import TestSupport
import Testing

@Suite struct CategoricalTests {
  @Test(arguments: 1...40)
  func `it is the softmax of the legal logits`(seed: UInt64) {
    let sample = LossSample(seed: seed)
    let policy = sample.policy
    let p = softmax(sample.logits.map(Double.init), legal: sample.legal)
    #expect(largestError(policy.probabilities, p) < 1e-6)
    #expect(abs(policy.probabilities.reduce(0, +) - 1) < 1e-6)
    var entropy = 0.0
    for i in p.indices {
      if sample.legal >> i & 1 == 1 {
        let log = logarithm(p[i])
        #expect(abs(Double(policy.logProbabilities[i]) - log) < 2e-6)
        entropy -= p[i] * log
      } else {
        #expect(policy.probabilities[i] == 0)
        #expect(policy.logProbabilities[i] == 0)
      }
    }
    #expect(abs(Double(policy.entropy) - entropy) < 1e-5)
    #expect(policy.legal == sample.legal)
    let mode = sample.outcomes.max { sample.logits[$0] < sample.logits[$1] }
    #expect(policy.argmax == mode)
  }

  @Test func `every mask of 9 sums to 1 and is 0 elsewhere`() {
    var rng = SplitMix64(state: 4)
    for legal in UInt64(1)..<512 {
      let policy = Categorical(
        logits: rng.uniform(8, count: 9),
        legal: legal
      )
      #expect(abs(policy.probabilities.reduce(0, +) - 1) < 1e-6)
      for (i, p) in policy.probabilities.enumerated() {
        #expect((p > 0) == (legal >> i & 1 == 1))
      }
      #expect(legal >> policy.argmax & 1 == 1)
    }
  }

  @Test func `of equals the mode is the lowest`() {
    let logits: [Float] = [5, 1, 2, 2, 2]
    #expect(Categorical(logits: logits, legal: 0b11110).argmax == 2)
    #expect(Categorical(logits: logits, legal: 0b11000).argmax == 3)
    #expect(Categorical(logits: logits, legal: 0b11111).argmax == 0)
    #expect(Categorical(logits: logits, legal: 0b00010).argmax == 1)
  }

  @Test func `extreme logits stay finite`() {
    for logits: [Float] in [
      [1e4, -1e4, 0], [-1e4, -1e4, -1e4], [1e4, 1e4, -1e4], [0, -1e4, 1e4],
    ] {
      let policy = Categorical(logits: logits, legal: 0b111)
      #expect(policy.probabilities.allSatisfy { $0.isFinite })
      #expect(policy.logProbabilities.allSatisfy { $0.isFinite })
      #expect(policy.entropy.isFinite)
      #expect(abs(policy.probabilities.reduce(0, +) - 1) < 1e-6)
    }
    let policy = Categorical(logits: [1e4, -1e4], legal: 0b11)
    #expect(policy.probabilities == [1, 0])
    #expect(policy.logProbabilities == [0, -2e4])
    #expect(policy.argmax == 0)
  }

  @Test func `an illegal logit does not matter, whatever it is`() {
    for logit in [Float.nan, .infinity, -.infinity, 1e38] {
      let policy = Categorical(logits: [1, logit, 2], legal: 0b101)
      #expect(policy == Categorical(logits: [1, 0, 2], legal: 0b101))
    }
  }

  @Test func `a constant added to all logits changes nothing`() {
    let policy = Categorical(logits: [1, 2, 4], legal: 0b111)
    #expect(policy == Categorical(logits: [65, 66, 68], legal: 0b111))
    #expect(policy == Categorical(logits: [1, 2, 4][...], legal: 0b111))
  }

  @Test func `25 outcomes are a softmax across two vectors`() {
    let logits = (0..<25).map { Float($0 % 7) - 3 }
    let legal: UInt64 = 0b1_0110_1101_1010_1111_0110_1011
    let policy = Categorical(logits: logits, legal: legal)
    let p = softmax(logits.map(Double.init), legal: legal)
    #expect(largestError(policy.probabilities, p) < 1e-6)
    #expect(policy.argmax == 6)
    for i in 0..<25 where legal >> i & 1 == 0 {
      #expect(policy.logProbabilities[i] == 0)
    }
    let loss = Loss.entropyBonus(of: policy, weight: 1)
    #expect(abs(loss.gradient.reduce(0, +)) < 1e-6)
    #expect(abs(Double(policy.entropy) + Double(loss.value)) < 1e-6)
  }

  @Test func `32 outcomes fit`() {
    let policy = Categorical(
      logits: [Float](repeating: 0, count: 32),
      legal: 0xffff_ffff
    )
    #expect(policy.probabilities.allSatisfy { $0 == 0x1p-5 })
    let last = Categorical(
      logits: [Float](repeating: 0, count: 32),
      legal: 1 << 31
    )
    #expect(last.argmax == 31)
  }

  @Test(arguments: 1...5)
  func `samples are as frequent as likely`(seed: UInt64) {
    let policy = Categorical(
      logits: [0, 1, 9, -1, 0.5, 2, -9, 1.5, 0],
      legal: 0b1_1011_1011
    )
    var rng = SplitMix64(state: seed)
    var counts = [Double](repeating: 0, count: 9)
    for _ in 0..<20_000 { counts[policy.sample(using: &rng)] += 1 }
    var square = 0.0
    for (count, p) in zip(counts, policy.probabilities) {
      let expected = Double(p) * 20_000
      if p == 0 {
        #expect(count == 0)
      } else {
        square += (count - expected) * (count - expected) / expected
      }
    }
    #expect(square < 27.9, "chi-square of 6 degrees, 1 in 10,000")
  }

  @Test func `no draw is illegal or impossible`() {
    struct Constant: RandomNumberGenerator {
      let value: UInt64
      func next() -> UInt64 { value }
    }
    var rng = SplitMix64(state: 6)
    for legal in UInt64(1)..<512 {
      let policy = Categorical(
        logits: rng.uniform(60, count: 9),
        legal: legal
      )
      for value in [0, 1 << 63, UInt64.max] {
        var constant = Constant(value: value)
        let action = policy.sample(using: &constant)
        #expect(policy.probabilities[action] > 0)
      }
    }
  }

  @Test func `each outcome has its half-open share of the unit interval`() {
    struct Unit: RandomNumberGenerator {
      let value: Float
      func next() -> UInt64 { UInt64(value * 0x1p24) << 40 }
    }
    let policy = Categorical(logits: [0, 0, 7, 0, 0], legal: 0b11011)
    let units: [Float] = [0, 0.25, 0.5, 0.75]
    for (unit, outcome) in zip(units, [0, 1, 3, 4]) {
      var (first, last) = (Unit(value: unit), Unit(value: unit + 0.2499999))
      #expect(policy.sample(using: &first) == outcome)
      #expect(policy.sample(using: &last) == outcome)
    }
  }

  @Test func `no legal outcome, or one beyond the logits, traps`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Categorical(logits: [0, 0], legal: 0)
    }
    #expect(result.message.contains("legal outcomes 0 among 2 logits"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Categorical(logits: [0, 0], legal: 0b101)
    }
    #expect(result.message.contains("legal outcomes 101 among 2 logits"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Categorical(logits: [], legal: 1)
    }
    #expect(result.message.contains("legal outcomes 1 among 0 logits"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Categorical(
        logits: [Float](repeating: 0, count: 33),
        legal: 1
      )
    }
    #expect(result.message.contains("33 outcomes, not 0…32"))
  }

  @Test func `legal logits that are not finite trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Categorical(logits: [0, .infinity], legal: 0b11)
    }
    #expect(result.message.contains("a legal logit is not finite: [0.0, inf]"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Categorical(logits: [0, .nan], legal: 0b11)
    }
    #expect(result.message.contains("a legal logit is not finite: [0.0, nan]"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Categorical(logits: [0, -.infinity], legal: 0b11)
    }
    #expect(result.message.contains("a legal logit is not finite: [0.0, -inf]"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Categorical(logits: [-.infinity], legal: 0b1)
    }
    #expect(result.message.contains("a legal logit is not finite: [-inf]"))
  }
}
