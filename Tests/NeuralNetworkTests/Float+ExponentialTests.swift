import TestSupport
import Testing

@testable import NeuralNetwork

@Suite struct FloatExponentialTests {
  @Test func `exp is within 2 units in the last place`() {
    var worst = 0.0
    for step in 0...350_000 {
      let x = min(-87 + Float(step) * 0.0005, 88)
      let exact = exponential(Double(x))
      let error = abs(Double(Float.exp(x)) - exact) / Double(Float(exact).ulp)
      worst = max(worst, error)
    }
    #expect(worst <= 2)
  }

  @Test func `exp near 0 is within 2 units in the last place`() {
    var worst = 0.0
    for pattern in stride(from: UInt32(0), to: 0x3f80_0000, by: 8_191) {
      for x in [Float(bitPattern: pattern), -Float(bitPattern: pattern)] {
        let exact = exponential(Double(x))
        let error =
          abs(Double(Float.exp(x)) - exact) / Double(Float(exact).ulp)
        worst = max(worst, error)
      }
    }
    #expect(worst <= 2)
    #expect(Float.exp(0) == 1)
    #expect(Float.exp(-0.0) == 1)
  }

  @Test func `tanh is within 4 · 10⁻⁷, and ±1 at the ends`() {
    var worst = 0.0
    for step in -10_000...10_000 {
      let x = Float(step) / 500
      let exact = 1 - 2 / (exponential(2 * Double(x)) + 1)
      worst = max(worst, abs(Double(Float.tanh(x)) - exact))
    }
    #expect(worst <= 4e-7)
    #expect(Float.tanh(0) == 0)
    for x: Float in [50, 1e30, .infinity] {
      #expect(Float.tanh(x) == 1 && Float.tanh(-x) == -1)
    }
  }

  @Test func `exp ends at −87 and 88`() {
    for x: Float in [-87.00001, -88, -1e4, -1e38, -.infinity] {
      #expect(Float.exp(x) == 0)
    }
    #expect(Float.exp(-87) > 0)
    #expect(Float.exp(-87).isNormal)
    for x: Float in [88.00001, 89, 1e4, 1e38, .infinity] {
      #expect(Float.exp(x) == Float.exp(88))
    }
    #expect(Float.exp(88).isFinite)
  }

  @Test func `exp never falls by more than its error`() {
    var last: Float = 0
    for step in 0...100_000 {
      let next = Float.exp(-87 + Float(step) * 0.00175)
      #expect(next >= last)
      last = next
    }
  }

  @Test func `log is within 2 units in the last place of max(|log|, 1)`() {
    var worst = 0.0
    func measure(_ x: Float) {
      let exact = logarithm(Double(x))
      let unit = Double(Float(max(abs(exact), 1)).ulp)
      worst = max(worst, abs(Double(Float.log(x)) - exact) / unit)
    }
    for pattern in stride(from: UInt32(0x80_0000), to: 0x7f80_0000, by: 7_919) {
      measure(Float(bitPattern: pattern))
    }
    for step in 0...100_000 { measure(0.5 + Float(step) * 0.00002) }
    #expect(worst <= 2)
    measure(Float.leastNormalMagnitude)
    measure(Float.greatestFiniteMagnitude)
    #expect(worst <= 2)
    #expect(Float.log(1) == 0)
  }

  @Test func `log undoes exp`() {
    for step in 0...1_740 {
      let x = -87 + Float(step) * 0.1
      #expect(abs(Float.log(.exp(x)) - x) <= 4 * max(x.ulp, 0x1p-23))
    }
  }

  @Test func `exp of NaN traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Float.exp(.nan)
    }
    #expect(result.message.contains("exp of NaN"))
  }

  @Test func `log of what has none traps`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Float.log(0)
    }
    #expect(result.message.contains("log of 0.0"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Float.log(-1)
    }
    #expect(result.message.contains("log of -1.0"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Float.log(.infinity)
    }
    #expect(result.message.contains("log of inf"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Float.log(.leastNonzeroMagnitude)
    }
    #expect(result.message.contains("log of 1e-45"))
  }

  @Test func `sixteen at a time have the same bits`() {
    var rng = SplitMix64(state: 3)
    var edges: [Float] = [
      0, -0.0, 88, 88.1, 1e30, .infinity, -87, -87.1, -1e30, -.infinity,
      Float.leastNonzeroMagnitude, -Float.leastNonzeroMagnitude, 1, -1, 20, -20,
    ]
    for _ in 0..<2_000 {
      let powers = SIMD16.exp(SIMD16(edges))
      for (lane, x) in edges.enumerated() {
        #expect(powers[lane].bitPattern == Float.exp(x).bitPattern)
      }
      edges = rng.uniform(90, count: 16)
    }
    #expect(SIMD16.exp(SIMD16(repeating: .nan))[0].isNaN)
  }
}
