import NeuralNetwork
import TestSupport
import Testing

@Suite struct LossPolicyGradientTests {
  @Test(arguments: 1...40)
  func `the gradient is that of −A log p(a)`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let action = sample.action()
    let advantage = sample.rng.uniform(2)
    let loss = Loss.policyGradient(
      of: sample.policy,
      action: action,
      advantage: advantage
    )
    sample.expect(loss) { p in -Double(advantage) * logarithm(p[action]) }
  }

  @Test(arguments: 1...60)
  func `the clipped gradient is that of the clipped surrogate`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let action = sample.action()
    let advantage = sample.rng.uniform(2)
    let clip: Float = 0.2
    // Keep off the kinks at 0.8 and 1.2, where there is no derivative.
    let ratios: [Float] = [0.3, 0.75, 0.85, 1, 1.15, 1.25, 3]
    let ratio = ratios[Int(seed) % ratios.count]
    let old = sample.policy.logProbabilities[action] - .log(ratio)
    let loss = Loss.clippedPolicyGradient(
      of: sample.policy,
      action: action,
      advantage: advantage,
      oldLogProbability: old,
      clip: clip
    )
    sample.expect(loss) { p in
      let r = exponential(logarithm(p[action]) - Double(old))
      let clipped = min(max(r, 1 - Double(clip)), 1 + Double(clip))
      return -min(r * Double(advantage), clipped * Double(advantage))
    }
  }

  @Test(arguments: 1...10)
  func `on the first pass the clipped loss has the plain gradient`(
    seed: UInt64
  ) {
    var sample = LossSample(seed: seed)
    let action = sample.action()
    let plain = Loss.policyGradient(
      of: sample.policy,
      action: action,
      advantage: -1.5
    )
    let clipped = Loss.clippedPolicyGradient(
      of: sample.policy,
      action: action,
      advantage: -1.5,
      oldLogProbability: sample.policy.logProbabilities[action],
      clip: 0.2
    )
    #expect(clipped.gradient == plain.gradient)
    #expect(clipped.value == 1.5)
  }

  @Test func `clipping is one-sided`() {
    let policy = Categorical(logits: [0, 0], legal: 0b11)
    let flat: OutcomeVector = [0, 0]
    for (advantage, ratio, isFlat) in [
      (1, 2, true), (1, 0.5, false), (-1, 2, false), (-1, 0.5, true),
      (0, 2, true), (0, 0.5, true),
    ] as [(Float, Float, Bool)] {
      let loss = Loss.clippedPolicyGradient(
        of: policy,
        action: 0,
        advantage: advantage,
        oldLogProbability: policy.logProbabilities[0] - .log(ratio),
        clip: 0.2
      )
      #expect((loss.gradient == flat) == isFlat)
    }
  }

  @Test func `an illegal action traps`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Loss.policyGradient(
        of: Categorical(logits: [0, 0, 0], legal: 0b101),
        action: 1,
        advantage: 1
      )
    }
    #expect(result.message.contains("outcome 1 is not legal in 101"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Loss.policyGradient(
        of: Categorical(logits: [0, 0, 0], legal: 0b101),
        action: -1,
        advantage: 1
      )
    }
    #expect(result.message.contains("outcome -1 of 3"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Loss.policyGradient(
        of: Categorical(logits: [0], legal: 1),
        action: 64,
        advantage: 1
      )
    }
    #expect(result.message.contains("outcome 64 of 1"))
  }

  @Test func `an illegal action traps where it is clipped`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Loss.clippedPolicyGradient(
        of: Categorical(logits: [0, 0, 0], legal: 0b101),
        action: 1,
        advantage: 1,
        oldLogProbability: -5,
        clip: 0.2
      )
    }
    #expect(result.message.contains("outcome 1 is not legal in 101"))
  }
}

@Suite struct LossExpectedReturnTests {
  @Test(arguments: 1...40)
  func `the gradient is that of −Σ p Q`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let values = OutcomeVector(
      sample.rng.uniform(1, count: sample.logits.count)
    )
    let loss = Loss.expectedReturn(of: sample.policy, values: values)
    let outcomes = sample.outcomes
    sample.expect(loss) { p in
      -outcomes.map { p[$0] * Double(values[$0]) }.reduce(0, +)
    }
  }

  @Test(arguments: 1...40)
  func `it is the mean of the policy gradients of all actions`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let policy = sample.policy
    let values = OutcomeVector(
      sample.rng.uniform(1, count: sample.logits.count)
    )
    var mean = [Double](repeating: 0, count: sample.logits.count)
    for action in sample.outcomes {
      let gradient = Loss.policyGradient(
        of: policy,
        action: action,
        advantage: values[action]
      ).gradient
      for i in mean.indices {
        mean[i] += Double(policy.probabilities[action]) * Double(gradient[i])
      }
    }
    let loss = Loss.expectedReturn(of: policy, values: values)
    #expect(largestError(loss.gradient, mean) < 1e-6)
  }

  @Test func `equal values teach nothing, other sizes trap`() async {
    let policy = Categorical(logits: [1, 2, 3], legal: 0b101)
    let loss = Loss.expectedReturn(of: policy, values: [0.5, 0.5, 0.5])
    #expect(loss.gradient.allSatisfy { abs($0) < 1e-7 })
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let policy = Categorical(logits: [1, 2, 3], legal: 0b101)
      _ = Loss.expectedReturn(of: policy, values: [0, 0])
    }
    #expect(result.message.contains("vectors of 3 and 2 outcomes"))
  }
}

@Suite struct LossEntropyTests {
  @Test(arguments: 1...40)
  func `the gradient is that of −β H`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let weight = sample.rng.uniform(1)
    let loss = Loss.entropyBonus(of: sample.policy, weight: weight)
    let outcomes = sample.outcomes
    sample.expect(loss) { p in
      Double(weight) * outcomes.map { p[$0] * logarithm(p[$0]) }.reduce(0, +)
    }
  }

  @Test func `it vanishes where the policy is uniform or certain`() {
    for legal: UInt64 in [0b100, 0b101, 0b111] {
      let policy = Categorical(logits: [2, 2, 2], legal: legal)
      let loss = Loss.entropyBonus(of: policy, weight: 1)
      #expect(loss.gradient.allSatisfy { abs($0) < 1e-6 })
    }
    let certain = Categorical(logits: [1e4, -1e4], legal: 0b11)
    let loss = Loss.entropyBonus(of: certain, weight: 1)
    #expect(loss.value == 0)
    #expect(loss.gradient == [0, 0])
  }
}
