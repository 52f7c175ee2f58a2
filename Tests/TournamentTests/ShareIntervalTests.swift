import Testing
import Tournament

@Suite struct ShareIntervalTests {
  @Test func `the interval is Wilson's`() {
    let none = ShareInterval(0, of: 10)
    #expect(none.low == 0 && abs(none.high - 0.277_533) < 1e-6)
    let half = ShareInterval(5, of: 10)
    #expect(abs(half.low - 0.236_593) < 1e-6)
    #expect(abs(half.high - 0.763_407) < 1e-6)
    #expect(ShareInterval(10, of: 10).high == 1)
  }

  @Test func `more than all traps`() async {
    await #expect(processExitsWith: .failure) { _ = ShareInterval(3, of: 2) }
  }
}
