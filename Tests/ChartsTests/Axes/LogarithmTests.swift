import Charts
import Glibc
import TestSupport
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
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Logarithm.decimal(0)
    }
    #expect(result.message.contains("the logarithm of 0.0"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Logarithm.decimal(.infinity)
    }
    #expect(result.message.contains("the logarithm of inf"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Logarithm.power(301)
    }
    #expect(result.message.contains("10 to the power of 301"))
  }
}
