import NeuralNetwork
import TestSupport
import Testing

@Suite struct LossAscentTests {
  @Test(arguments: 1...40)
  func `the gradient is that of log p(b)`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let bad = sample.action()
    sample.expect(.ascent(of: sample.policy, bad: bad)) { logarithm($0[bad]) }
  }

  @Test(arguments: 1...40)
  func `a floor bounds it`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let bad = sample.action()
    let loss = Loss.ascent(of: sample.policy, bad: bad, floor: 0.2)
    sample.expect(loss) { logarithm(max($0[bad], 0.2)) }
  }

  @Test func `it is the policy gradient of advantage −1`() {
    let policy = Categorical(logits: [1, 2, 3], legal: 0b111)
    let reward = Loss.policyGradient(of: policy, action: 1, advantage: -1)
    #expect(Loss.ascent(of: policy, bad: 1) == reward)
  }

  @Test func `it pushes hardest where nothing is left to unlearn`() {
    let gone = Categorical(logits: [-20, 0], legal: 0b11)
    let certain = Categorical(logits: [20, 0], legal: 0b11)
    #expect(Loss.ascent(of: gone, bad: 0).gradient[0] > 0.999)
    #expect(Loss.ascent(of: certain, bad: 0).gradient[0] < 0.001)
    #expect(Loss.ascent(of: gone, bad: 0, floor: 0.01).gradient == [0, 0])
  }

  @Test func `an illegal outcome and a floor of 0 trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Loss.ascent(of: Categorical(logits: [0, 0], legal: 0b01), bad: 1)
    }
    #expect(result.message.contains("outcome 1 is not legal in 1"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let policy = Categorical(logits: [0, 0], legal: 0b11)
      _ = Loss.ascent(of: policy, bad: 1, floor: 0)
    }
    #expect(result.message.contains("a floor of 0.0"))
  }
}

@Suite struct LossUnlikelihoodTests {
  // A policy with at least two legal outcomes.
  private func sample(_ seed: UInt64) -> LossSample {
    var seed = seed
    while LossSample(seed: seed).outcomes.count < 2 { seed += 1000 }
    return LossSample(seed: seed)
  }

  @Test(arguments: 1...40)
  func `the gradient is that of −log(1 − p(b))`(seed: UInt64) {
    var sample = sample(seed)
    let bad = sample.action()
    sample.expect(.unlikelihood(of: sample.policy, bad: bad)) {
      -logarithm(1 - $0[bad])
    }
  }

  @Test(arguments: 1...40)
  func `the gradient is that of −log(1 − p(B))`(seed: UInt64) {
    let sample = sample(seed)
    let bad = sample.outcomes.dropLast()
    let mask = bad.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    sample.expect(.setUnlikelihood(of: sample.policy, bad: mask)) { p in
      -logarithm(1 - bad.map { p[$0] }.reduce(0, +))
    }
  }

  @Test func `the nearer p(b) comes to 1, the harder it pushes`() {
    let logits: [Float] = [-20, 0, 20, 200]
    let sizes = logits.map { z in
      let policy = Categorical(logits: [z, 0], legal: 0b11)
      return Loss.unlikelihood(of: policy, bad: 0).gradient[0]
    }
    #expect(sizes == sizes.sorted())
    #expect(sizes[0] < 1e-6 && sizes[3] == 1)
  }

  @Test func `equal shares on two bad outcomes hold the single one alone`() {
    // p = (x, x, 1 − 2x) is stationary for Σ −log(1 − p(b)) at x = 1/2.
    let policy = Categorical(logits: [9, 9, 0], legal: 0b111)
    let single = zip(
      Loss.unlikelihood(of: policy, bad: 0).gradient,
      Loss.unlikelihood(of: policy, bad: 1).gradient
    ).map { $0 + $1 }
    #expect(single.allSatisfy { abs($0) < 0.001 })
    let joint = Loss.setUnlikelihood(of: policy, bad: 0b011)
    #expect(joint.gradient[2] < -0.99)
  }

  @Test func `with every bad outcome named it is cross-entropy to the rest`() {
    let policy = Categorical(logits: [1, 2, 3, 4], legal: 0b1011)
    #expect(
      Loss.setUnlikelihood(of: policy, bad: 0b0011)
        == Loss.crossEntropy(of: policy, toSet: 0b1000)
    )
  }

  @Test func `nothing left to choose traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let policy = Categorical(logits: [0, 0], legal: 0b11)
      _ = Loss.setUnlikelihood(of: policy, bad: 0b11)
    }
    #expect(result.message.contains("none of 0 is legal in 11"))
  }
}

@Suite struct LossProbabilityDescentTests {
  @Test(arguments: 1...40)
  func `the gradient is that of p(b)`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let bad = sample.action()
    sample.expect(.probability(of: sample.policy, bad: bad)) { $0[bad] }
  }

  @Test func `it is the mean of REINFORCE with reward −1 for b`() {
    let policy = Categorical(logits: [0.3, -1, 2], legal: 0b111)
    let mean = Loss.policyGradient(of: policy, action: 2, advantage: -1)
      .gradient.map { policy.probabilities[2] * $0 }
    let gradient = Loss.probability(of: policy, bad: 2).gradient
    #expect(zip(gradient, mean).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test func `an illegal outcome traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Loss.probability(of: Categorical(logits: [0, 0], legal: 1), bad: 1)
    }
    #expect(result.message.contains("outcome 1 is not legal in 1"))
  }
}

@Suite struct LossNegativePreferenceTests {
  @Test(arguments: 1...40)
  func `the gradient is that of its definition`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let bad = sample.action()
    let beta = 0.5
    let old = -0.7
    let loss = Loss.negativePreference(
      of: sample.policy,
      bad: bad,
      oldLogProbability: Float(old),
      beta: Float(beta)
    )
    sample.expect(loss) { p in
      let power = exponential(beta * (logarithm(p[bad]) - old))
      return 2 / beta * logarithm(1 + power)
    }
  }

  @Test func `at the old policy its gradient is that of ascent`() {
    let policy = Categorical(logits: [1, 0, 0.5], legal: 0b111)
    let loss = Loss.negativePreference(
      of: policy,
      bad: 1,
      oldLogProbability: policy.logProbabilities[1],
      beta: 2
    )
    let ascent = Loss.ascent(of: policy, bad: 1)
    #expect(
      zip(loss.gradient, ascent.gradient).allSatisfy { abs($0 - $1) < 1e-6 }
    )
  }

  @Test func `a β of 0 traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Loss.negativePreference(
        of: Categorical(logits: [0, 0], legal: 0b11),
        bad: 0,
        oldLogProbability: -1,
        beta: 0
      )
    }
    #expect(result.message.contains("a β of 0.0"))
  }
}

@Suite struct ComplementaryRiskTests {
  // The risk of each class and the whole, in Double, as the papers write it.
  private func risks(
    _ rows: [[Double]],
    legal: [UInt64],
    labels: [Int]
  ) -> [Double] {
    rows[0].indices.map { k in
      var risk = 0.0
      for (row, label) in labels.enumerated() where legal[row] >> k & 1 == 1 {
        let loss = -logarithm(softmax(rows[row], legal: legal[row])[k])
        let others = Double(legal[row].nonzeroBitCount - 1)
        risk += loss - (k == label ? others * loss : 0)
      }
      return risk
    }
  }

  private struct Sample {
    var logits: [[Float]]
    var legal: [UInt64]
    var labels: [Int]

    var policies: [Categorical] {
      zip(logits, legal).map { Categorical(logits: $0, legal: $1) }
    }
  }

  private func sample(_ seed: UInt64) -> Sample {
    var rng = SplitMix64(state: seed)
    let legal: [UInt64] = (0..<3).map { _ in 0b11 | 4 << (rng.next() % 3) }
    return Sample(
      logits: legal.map { _ in rng.uniform(3, count: 5) },
      legal: legal,
      labels: legal.map { mask in
        (0..<5).filter { mask >> UInt64($0) & 1 == 1 }.randomElement(
          using: &rng
        ) ?? 0
      }
    )
  }

  private func total(_ risk: ComplementaryRisk, _ r: [Double]) -> Double {
    switch risk {
    case .unbiased: r.reduce(0, +)
    case .nonNegative: r.map { max($0, 0) }.reduce(0, +)
    case .gradientAscent:
      r.allSatisfy { $0 >= 0 }
        ? r.reduce(0, +) : -r.map { min($0, 0) }.reduce(0, +)
    }
  }

  @Test(arguments: [ComplementaryRisk.unbiased, .nonNegative, .gradientAscent])
  func `the gradient is that of the risk`(_ risk: ComplementaryRisk) {
    var negative = 0
    for seed in UInt64(1)...40 {
      let sample = sample(seed)
      let flat = sample.logits.flatMap { $0.map(Double.init) }
      let value = { (flat: [Double]) in
        let rows = (0..<3).map { Array(flat[$0 * 5..<$0 * 5 + 5]) }
        return risks(rows, legal: sample.legal, labels: sample.labels)
      }
      if value(flat).contains(where: { $0 < 0 }) { negative += 1 }
      let losses = risk.losses(of: sample.policies, labels: sample.labels)
      let slopes = centralDifferences(of: { total(risk, value($0)) }, at: flat)
      #expect(largestError(losses.flatMap(\.gradient), slopes) < 2e-5)
      let sum = losses.reduce(0) { $0 + Double($1.value) }
      #expect(abs(sum - total(risk, value(flat))) < 2e-4)
    }
    #expect(5...35 ~= negative, "both signs are met")
  }

  @Test func `unbiased: over all wrong labels it is the ordinary risk`() {
    let policy = Categorical(logits: [0.5, -1, 2, 0], legal: 0b1111)
    let right = 2
    let mean =
      [0, 1, 3].map { label in
        ComplementaryRisk.unbiased.losses(of: [policy], labels: [label])[0]
          .value
      }.reduce(0, +) / 3
    #expect(abs(mean + policy.logProbabilities[right]) < 1e-5)
  }

  @Test func `a label too few and an illegal one trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let policy = Categorical(logits: [0, 0], legal: 0b11)
      _ = ComplementaryRisk.unbiased.losses(of: [policy], labels: [])
    }
    #expect(result.message.contains("0 labels for 1 policies"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let policy = Categorical(logits: [0, 0], legal: 0b01)
      _ = ComplementaryRisk.unbiased.losses(of: [policy], labels: [1])
    }
    #expect(result.message.contains("outcome 1 is not legal in 1"))
  }
}
