import TestSupport
import Testing

@testable import NeuralNetwork

@Suite struct VectorSumsTests {
  @Test func `twelve sums are the first of sixteen, then zeros`() {
    var rng = SplitMix64(state: 1)
    let start = SIMD16(rng.uniform(1, count: 16))
    var sixteen = start
    var twelve = TwelveSums(start)
    for _ in 0..<20 {
      let (x, vector) = (rng.nextUnit(), SIMD16(rng.uniform(1, count: 16)))
      sixteen.add(x, times: vector)
      twelve.add(x, times: vector)
    }
    for lane in 0..<16 {
      let sum = lane < TwelveSums.count ? sixteen.vector[lane] : 0
      #expect(twelve.vector[lane] == sum)
    }
  }
}
