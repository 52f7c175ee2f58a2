import NeuralNetwork
import TestSupport
import Testing

// Gives the same number again and again.
private struct Constant: RandomNumberGenerator {
  let value: UInt64

  func next() -> UInt64 { value }
}

@Suite struct RandomTests {
  @Test func `unit numbers are multiples of 2⁻²⁴ in [0, 1)`() {
    var (least, greatest) = (Constant(value: 0), Constant(value: .max))
    #expect(least.nextUnit() == 0)
    #expect(greatest.nextUnit() == 1 - 0x1p-24)
    var rng = SplitMix64(state: 1)
    var sum: Double = 0
    for _ in 0..<20_000 {
      let unit = rng.nextUnit()
      #expect(0 <= unit && unit < 1)
      #expect((unit * 0x1p24).rounded() == unit * 0x1p24)
      sum += Double(unit)
    }
    #expect(abs(sum / 20_000 - 0.5) < 0.01)
  }

  @Test(arguments: [1, 2, 3, 9, 1_000, Int.max])
  func `numbers below a bound reach both of its ends`(bound: Int) {
    var (least, greatest) = (Constant(value: 0), Constant(value: .max))
    #expect(least.next(below: bound) == 0)
    #expect(greatest.next(below: bound) == bound - 1)
    var rng = SplitMix64(state: 2)
    for _ in 0..<100 {
      #expect((0..<bound).contains(rng.next(below: bound)))
    }
  }

  @Test func `numbers below 9 are equally frequent`() {
    var rng = SplitMix64(state: 3)
    var counts = [Double](repeating: 0, count: 9)
    for _ in 0..<18_000 { counts[rng.next(below: 9)] += 1 }
    let square = counts.map { ($0 - 2_000) * ($0 - 2_000) / 2_000 }
      .reduce(0, +)
    #expect(square < 31.8, "chi-square of 8 degrees, 1 in 10,000")
  }

  @Test func `a bound that is not positive traps`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var rng = SplitMix64(state: 1)
      _ = rng.next(below: 0)
    }
    #expect(result.message.contains("a random number below 0"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var rng = SplitMix64(state: 1)
      _ = rng.next(below: -3)
    }
    #expect(result.message.contains("a random number below -3"))
  }
}
