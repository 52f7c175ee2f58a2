import TestSupport
import Testing

@testable import Tournament

@Suite struct WDLTests {
  @Test func `a score is wins and half of the draws, from either side`() {
    var counts = Counts()
    for result in [1, 1, 0, -1] { counts.add(result) }
    let shares = WDL(counts)
    #expect(shares == WDL(win: 0.5, draw: 0.25, loss: 0.25))
    #expect(shares.score == 0.625 && shares.reversed.score == 0.375)
    let mean = WDL(mean: [shares, shares.reversed])
    #expect(mean == WDL(win: 0.375, draw: 0.25, loss: 0.375))
  }

  @Test func `shares of nothing trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = WDL(Counts())
    }
    #expect(result.message.contains("fractions of 0 games"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = WDL(mean: [])
    }
    #expect(result.message.contains("the mean of 0 results"))
  }
}
