import NeuralNetwork
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
    await #expect(processExitsWith: .failure) {
      _ = Loss.ascent(of: Categorical(logits: [0, 0], legal: 0b01), bad: 1)
    }
    await #expect(processExitsWith: .failure) {
      let policy = Categorical(logits: [0, 0], legal: 0b11)
      _ = Loss.ascent(of: policy, bad: 1, floor: 0)
    }
  }
}
