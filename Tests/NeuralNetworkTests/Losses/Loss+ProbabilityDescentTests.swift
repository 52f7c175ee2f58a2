import NeuralNetwork
import Testing

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
    await #expect(processExitsWith: .failure) {
      _ = Loss.probability(of: Categorical(logits: [0, 0], legal: 1), bad: 1)
    }
  }
}
