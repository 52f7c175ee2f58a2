import NeuralNetwork
import Testing

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
    await #expect(processExitsWith: .failure) {
      let policy = Categorical(logits: [0, 0], legal: 0b11)
      _ = Loss.setUnlikelihood(of: policy, bad: 0b11)
    }
  }
}
