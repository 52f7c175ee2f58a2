import NeuralNetwork
import TestSupport
import Testing

@Suite struct LossCrossEntropyTests {
  @Test(arguments: 1...40)
  func `the gradient is that of −Σ q log p`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    var target = OutcomeVector(count: sample.logits.count)
    for outcome in sample.outcomes {
      target[outcome] = abs(sample.rng.uniform(0.5))
    }
    let loss = Loss.crossEntropy(of: sample.policy, target: target)
    let outcomes = sample.outcomes
    sample.expect(loss) { p in
      -outcomes.map { Double(target[$0]) * logarithm(p[$0]) }.reduce(0, +)
    }
  }

  @Test func `to one outcome it is the policy gradient of advantage 1`() {
    let policy = Categorical(logits: [1, 2, 3], legal: 0b110)
    #expect(
      Loss.crossEntropy(of: policy, target: [0, 1, 0])
        == Loss.policyGradient(of: policy, action: 1, advantage: 1)
    )
  }

  @Test func `too few targets trap`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Loss.crossEntropy(
        of: Categorical(logits: [0, 0], legal: 0b11),
        target: [1]
      )
    }
    #expect(result.message.contains("1 targets for 2 outcomes"))
  }

  @Test func `a target outside the legal outcomes traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Loss.crossEntropy(
        of: Categorical(logits: [0, 0], legal: 0b01),
        target: [0.5, 0.5]
      )
    }
    #expect(result.message.contains("outcome 1 is not legal in 1"))
  }
}

@Suite struct LossSetCrossEntropyTests {
  @Test(arguments: 1...40)
  func `the gradient is that of −log p(G)`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let good = Set([sample.action(), sample.action()])
    let mask = good.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    sample.expect(.crossEntropy(of: sample.policy, toSet: mask)) { p in
      -logarithm(good.sorted().map { p[$0] }.reduce(0, +))
    }
  }

  @Test func `to one outcome it is the cross-entropy to it`() {
    let policy = Categorical(logits: [1, 2, 3], legal: 0b111)
    let one = Loss.crossEntropy(of: policy, toSet: 0b100).gradient
    let other = Loss.crossEntropy(of: policy, target: [0, 0, 1]).gradient
    #expect(zip(one, other).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test func `it stays exact where the good outcomes round to 0`() {
    let policy = Categorical(logits: [200, 0, 0], legal: 0b111)
    let loss = Loss.crossEntropy(of: policy, toSet: 0b110)
    #expect(abs(loss.value - (200 - .log(2))) < 1e-3)
    #expect(
      zip(loss.gradient, [1, -0.5, -0.5]).allSatisfy { abs($0 - $1) < 1e-5 }
    )
  }

  @Test func `no good outcome traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let policy = Categorical(logits: [0, 0], legal: 0b01)
      _ = Loss.crossEntropy(of: policy, toSet: 0b10)
    }
    #expect(result.message.contains("none of 10 is legal in 1"))
  }
}

@Suite struct LossRelativeEntropyTests {
  @Test(arguments: 1...40)
  func `the gradient is that of Σ q log(q ∕ p)`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let logits = sample.rng.uniform(2, count: sample.logits.count)
    let old = Categorical(logits: logits, legal: sample.legal)
    let outcomes = sample.outcomes
    sample.expect(.relativeEntropy(of: sample.policy, from: old)) { p in
      outcomes.map {
        let q = Double(old.probabilities[$0])
        return q * (logarithm(q) - logarithm(p[$0]))
      }.reduce(0, +)
    }
  }

  @Test func `an unchanged policy costs nothing`() {
    let policy = Categorical(logits: [1, 2, 3], legal: 0b101)
    let loss = Loss.relativeEntropy(of: policy, from: policy)
    #expect(abs(loss.value) < 1e-6)
    #expect(loss.gradient.allSatisfy { abs($0) < 1e-6 })
  }

  @Test func `other legal outcomes trap`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Loss.relativeEntropy(
        of: Categorical(logits: [0, 0], legal: 0b11),
        from: Categorical(logits: [0, 0], legal: 0b01)
      )
    }
    #expect(result.message.contains("policies over 1 and 11"))
  }
}

@Suite struct LossQuadraticTests {
  @Test(arguments: 1...20)
  func `the gradient is that of ½ Σ (σ(z) − y)²`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let target = OutcomeVector(
      sample.logits.map { _ in abs(sample.rng.uniform(0.5)) }
    )
    let loss = Loss.quadratic(
      ofLogits: sample.logits,
      target: target,
      over: sample.legal
    )
    let outcomes = sample.outcomes
    let point = sample.logits.map(Double.init)
    let cost = { (z: [Double]) in
      outcomes.map {
        let error = 1 / (1 + exponential(-z[$0])) - Double(target[$0])
        return error * error / 2
      }.reduce(0, +)
    }
    #expect(abs(Double(loss.value) - cost(point)) < 1e-5)
    let slopes = centralDifferences(of: cost, at: point)
    #expect(largestError(loss.gradient, slopes) < 1e-5)
    #expect(
      largestError(loss.scaled(by: -1).gradient, slopes.map { -$0 }) < 1e-5
    )
  }

  @Test func `certain and wrong, it does not learn`() {
    let loss = Loss.quadratic(ofLogits: [20], target: [0], over: 1)
    #expect(loss.value > 0.49 && loss.gradient[0] < 1e-6)
  }

  @Test func `too few targets trap`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Loss.quadratic(ofLogits: [0, 0], target: [0], over: 1)
    }
    #expect(result.message.contains("1 targets for 2 outcomes"))
  }
}
