import NeuralNetwork
import Players
import Testing

@Suite struct SeededGeneratorTests {
  private func draws(seed: UInt64, stream: UInt64 = 0) -> [UInt64] {
    var rng = SeededGenerator(seed: seed, stream: stream)
    return (0..<4).map { _ in rng.next() }
  }

  @Test func `the same seed and stream give the same numbers`() {
    #expect(draws(seed: 7, stream: 3) == draws(seed: 7, stream: 3))
  }

  @Test func `seeds and streams differ`() {
    var seen: Set<[UInt64]> = []
    for seed in 0..<50 as Range<UInt64> {
      for stream in 0..<50 as Range<UInt64> {
        seen.insert(draws(seed: seed, stream: stream))
      }
    }
    #expect(seen.count == 2500)
  }

  @Test func `every bit is set half of the time`() {
    var rng = SeededGenerator(seed: 1)
    var counts = [Int](repeating: 0, count: 64)
    for _ in 0..<4096 {
      let bits = rng.next()
      for i in 0..<64 { counts[i] += Int(bits >> UInt64(i) & 1) }
    }
    // Five standard deviations of 32 each.
    #expect(counts.allSatisfy { abs($0 - 2048) < 160 })
  }

  @Test func `bounded numbers stay below their bound and reach all of it`() {
    var rng = SeededGenerator(seed: 2)
    let draws = (0..<1000).map { _ in rng.next(below: 9) }
    #expect(Set(draws) == Set(0..<9))
    #expect((0..<1000).allSatisfy { _ in (0..<1).contains(rng.nextUnit()) })
  }
}
