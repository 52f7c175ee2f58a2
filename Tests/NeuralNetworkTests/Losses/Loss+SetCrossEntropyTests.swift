import NeuralNetwork
import Testing

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
    await #expect(processExitsWith: .failure) {
      let policy = Categorical(logits: [0, 0], legal: 0b01)
      _ = Loss.crossEntropy(of: policy, toSet: 0b10)
    }
  }
}
