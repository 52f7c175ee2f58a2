import Charts
import Testing

@Suite struct TickTests {
  @Test func `linear ticks are round numbers`() {
    #expect(
      Tick.linear(in: 0...1, about: 5).map(\.label)
        == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]
    )
    #expect(
      Tick.linear(in: -13...28, about: 4).map(\.value) == [-10, 0, 10, 20]
    )
    #expect(
      Tick.linear(in: 0...120_000, about: 4).map(\.label)
        == ["0", "50,000", "100,000"]
    )
  }

  @Test func `linear ticks lie in the range, near the number asked for`() {
    var width = 1e-6
    while width < 1e9 {
      for low in [-width * 3, -width / 3, 0, width * 0.7] {
        let ticks = Tick.linear(in: low...(low + width), about: 6)
        #expect((3...9).contains(ticks.count), "\(low) \(width)")
        #expect(Set(ticks.map(\.label)).count == ticks.count)
        #expect(
          ticks.allSatisfy {
            $0.value >= low - width * 1e-6
              && $0.value <= low + width * (1 + 1e-6)
          }
        )
      }
      width *= 1.7
    }
  }

  @Test func `logarithmic ticks are powers of ten`() {
    #expect(
      Tick.logarithmic(in: 512...200_000, about: 8).map(\.label)
        == ["1k", "10k", "100k"]
    )
    #expect(
      Tick.logarithmic(in: 0.01...1e6, about: 3).map(\.label)
        == ["0.01", "10", "10k"]
    )
    #expect(
      Tick.logarithmic(in: 0.2...3, about: 5).map(\.label)
        == ["0.2", "0.5", "1", "2"]
    )
    #expect(Tick.logarithmic(in: 3.1...3.6, about: 4).count >= 3)
  }

  @Test(arguments: [
    (1.0, "1"), (0.0005, "0.0005"), (0.02, "0.02"), (200, "200"),
    (1000, "1k"), (50_000, "50k"), (2e6, "2M"), (1e9, "1e9"), (2e-5, "2e-5"),
  ])
  func `a logarithmic tick has one digit and a unit`(
    number: Double,
    label: String
  ) {
    #expect(Tick(value: number).label == label)
  }
}
