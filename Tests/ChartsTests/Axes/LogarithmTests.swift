import Charts
import Glibc
import Testing

@Suite struct LogarithmTests {
  @Test func `logarithms agree with the system's`() {
    var number = 1e-300
    while number < 1e300 {
      let expected = log10(number)
      let bound = 1e-14 * max(1, abs(expected))
      #expect(abs(Logarithm.decimal(number) - expected) <= bound)
      number *= 1.37
    }
  }

  @Test func `powers are those written`() {
    #expect(Logarithm.power(0) == 1)
    #expect(Logarithm.power(22) == 1e22)
    #expect(Logarithm.power(-3) == 1e-3)
  }

  @Test func `what has no logarithm is misuse`() async {
    await #expect(processExitsWith: .failure) { _ = Logarithm.decimal(0) }
    await #expect(processExitsWith: .failure) {
      _ = Logarithm.decimal(.infinity)
    }
    await #expect(processExitsWith: .failure) { _ = Logarithm.power(301) }
  }
}
