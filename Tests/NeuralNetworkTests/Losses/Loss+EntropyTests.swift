import NeuralNetwork
import TestSupport
import Testing

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
