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
    await #expect(processExitsWith: .failure) {
      _ = Loss.crossEntropy(
        of: Categorical(logits: [0, 0], legal: 0b11),
        target: [1]
      )
    }
  }

  @Test func `a target outside the legal outcomes traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = Loss.crossEntropy(
        of: Categorical(logits: [0, 0], legal: 0b01),
        target: [0.5, 0.5]
      )
    }
  }
}
