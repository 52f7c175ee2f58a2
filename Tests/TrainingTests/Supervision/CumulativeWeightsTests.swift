import NeuralNetwork
import Players
import Testing

@testable import Training

@Suite struct CumulativeWeightsTests {
  @Test func `places are drawn in proportion, those of no weight never`() {
    let weights = CumulativeWeights([0, 3, 0, 1, 0])
    #expect(weights.sum == 4)
    var rng = SeededGenerator(seed: 1)
    var counts = [0, 0, 0, 0, 0]
    for _ in 0..<4000 { counts[weights.sampleIndex(using: &rng)] += 1 }
    #expect(counts[0] + counts[2] + counts[4] == 0)
    #expect(abs(counts[1] - 3000) < 150, "\(counts)")
  }

  @Test func `equal weights draw what a number below the count is`() {
    var one = SeededGenerator(seed: 2)
    var other = one
    let weights = CumulativeWeights([1, 1, 1, 1, 1, 1, 1])
    for _ in 0..<100 {
      #expect(weights.sampleIndex(using: &one) == other.next(below: 7))
    }
  }

  @Test func `a negative weight, and none above 0, trap`() async {
    let negative = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = CumulativeWeights([2, -1])
    }
    #expect(errors(negative).contains("a weight of -1"))
    let zero = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = CumulativeWeights([0])
    }
    #expect(errors(zero).contains("1 weights of the sum 0"))
    let none = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = CumulativeWeights([])
    }
    #expect(errors(none).contains("0 weights of the sum 0"))
  }
}
