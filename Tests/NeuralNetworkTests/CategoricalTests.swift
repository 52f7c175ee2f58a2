import NeuralNetwork
import Testing

@Suite struct CategoricalTests {
  @Test func `legal outcomes sum to 1, every other is 0`() {
    let p = Categorical(logits: [1, 2, 3, -1, 100], legal: 0b01011)
    #expect(abs(p.probabilities.reduce(0, +) - 1) < 1e-6)
    #expect(p.probabilities[2] == 0 && p.probabilities[4] == 0)
    #expect(p.mode == 1)
    let ratio = p.probabilities[1] / p.probabilities[0]
    #expect(abs(ratio - 2.718_281_8) < 1e-5)
  }

  @Test func `extreme logits stay finite`() {
    let p = Categorical(logits: [1e4, -1e4, 0], legal: 0b111)
    #expect(p.probabilities == [1, 0, 0])
    #expect(p.logProbabilities.allSatisfy { $0.isFinite })
    #expect(p.entropy == 0)
  }

  @Test func `ties go to the lowest`() {
    #expect(Categorical(logits: [0, 5, 5, 5], legal: 0b1111).mode == 1)
    #expect(Categorical(logits: [0, 5, 5, 5], legal: 0b1101).mode == 2)
  }

  @Test func `entropy of a uniform choice is the log of its size`() {
    let p = Categorical(logits: [2, 2, 2, 2, 2], legal: 0b11110)
    #expect(abs(p.entropy - 1.386_294_4) < 1e-6)
  }

  @Test func `samples follow the probabilities`() {
    let p = Categorical(logits: [0, 1, 2, 0.5], legal: 0b1011)
    var rng = XorShift()
    var counts = [Float](repeating: 0, count: 4)
    for _ in 0..<20_000 { counts[p.sample(using: &rng)] += 1 }
    #expect(counts[2] == 0)
    var chiSquare: Float = 0
    for i in [0, 1, 3] {
      let expected = 20_000 * p.probabilities[i]
      chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected
    }
    // Two degrees of freedom: 13.8 is exceeded once in a thousand.
    #expect(chiSquare < 13.8)
  }

  @Test func `no legal outcome traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = Categorical(logits: [1, 2], legal: 0)
    }
    await #expect(processExitsWith: .failure) {
      _ = Categorical(logits: [1, 2], legal: 0b100)
    }
  }
}
