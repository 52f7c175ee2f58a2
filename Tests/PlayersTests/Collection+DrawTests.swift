import Players
import Testing

@Suite struct DrawTests {
  @Test func `an index is drawn as often as its share says`() {
    var rng = SeededGenerator(seed: 1)
    let shares: [Float] = [0, 0.25, 0, 0.75]
    var counts = [0, 0, 0, 0]
    for _ in 0..<4000 {
      if let index = shares.sampleIndex(using: &rng) { counts[index] += 1 }
    }
    #expect(counts[0] == 0 && counts[2] == 0)
    #expect((900...1100).contains(counts[1]))
  }

  @Test func `the last share above 0 has what rounding left`() {
    var rng = SeededGenerator(seed: 1)
    let shares: [Float] = [1e-9, 1e-9, 0]
    for _ in 0..<100 { #expect(shares.sampleIndex(using: &rng) == 1) }
  }

  @Test func `of no share there is no index`() {
    var rng = SeededGenerator(seed: 1)
    #expect([Float]().sampleIndex(using: &rng) == nil)
    #expect([Float(0), 0].sampleIndex(using: &rng) == nil)
  }
}
