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
    await #expect(processExitsWith: .failure) {
      _ = Loss.policyGradient(
        of: Categorical(logits: [0, 0, 0], legal: 0b101),
        action: 1,
        advantage: 1
      )
    }
    await #expect(processExitsWith: .failure) {
      _ = Loss.policyGradient(
        of: Categorical(logits: [0, 0, 0], legal: 0b101),
        action: -1,
        advantage: 1
      )
    }
    await #expect(processExitsWith: .failure) {
      _ = Loss.policyGradient(
        of: Categorical(logits: [0], legal: 1),
        action: 64,
        advantage: 1
      )
    }
  }

  @Test func `an illegal action traps where it is clipped`() async {
    await #expect(processExitsWith: .failure) {
      _ = Loss.clippedPolicyGradient(
        of: Categorical(logits: [0, 0, 0], legal: 0b101),
        action: 1,
        advantage: 1,
        oldLogProbability: -5,
        clip: 0.2
      )
    }
  }
}
