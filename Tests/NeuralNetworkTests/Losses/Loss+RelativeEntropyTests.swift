import NeuralNetwork
import TestSupport
import Testing

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
    await #expect(processExitsWith: .failure) {
      _ = Loss.relativeEntropy(
        of: Categorical(logits: [0, 0], legal: 0b11),
        from: Categorical(logits: [0, 0], legal: 0b01)
      )
    }
  }
}
