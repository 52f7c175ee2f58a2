import Foundation
import NeuralNetwork
import Testing

@Suite struct FloatExponentialTests {
  @Test func `exp stays within 2 ulp`() {
    for i in -87_000...88_000 where i % 7 == 0 {
      let x = Float(i) / 1000
      let exact = Foundation.exp(Double(x))
      let error = abs(Double(Float.exp(x)) - exact)
      #expect(error <= 2 * Double(Float(exact).ulp), "exp(\(x))")
    }
    #expect(Float.exp(0) == 1)
    #expect(Float.exp(-1e30) == 0)
    #expect(Float.exp(1e30).isFinite)
  }

  @Test func `log stays within 2 ulp of the greater of 1 and its result`() {
    var x = Float.leastNormalMagnitude
    while x < 1e38 {
      let exact = Foundation.log(Double(x))
      let error = abs(Double(Float.log(x)) - exact)
      let unit = max(Float(abs(exact)), 1).ulp
      #expect(error <= 2 * Double(unit), "log(\(x))")
      x *= 1.0137
    }
    #expect(Float.log(1) == 0)
  }

  @Test func `what has no logarithm traps`() async {
    await #expect(processExitsWith: .failure) { _ = Float.log(0) }
    await #expect(processExitsWith: .failure) { _ = Float.exp(.nan) }
  }
}
