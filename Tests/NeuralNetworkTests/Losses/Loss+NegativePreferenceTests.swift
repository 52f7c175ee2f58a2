import NeuralNetwork
import Testing

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
    await #expect(processExitsWith: .failure) {
      _ = Loss.negativePreference(
        of: Categorical(logits: [0, 0], legal: 0b11),
        bad: 0,
        oldLogProbability: -1,
        beta: 0
      )
    }
  }
}
