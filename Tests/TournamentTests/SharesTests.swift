import Testing

@testable import Tournament

@Suite struct SharesTests {
  @Test func `a score is wins and half of the draws, from either side`() {
    var counts = Counts()
    for result in [1, 1, 0, -1] { counts.add(result) }
    let shares = Shares(counts)
    #expect(shares == Shares(win: 0.5, draw: 0.25, loss: 0.25))
    #expect(shares.score == 0.625 && shares.reversed.score == 0.375)
    let mean = Shares(mean: [shares, shares.reversed])
    #expect(mean == Shares(win: 0.375, draw: 0.25, loss: 0.375))
  }

  @Test func `shares of nothing trap`() async {
    await #expect(processExitsWith: .failure) { _ = Shares(Counts()) }
    await #expect(processExitsWith: .failure) { _ = Shares(mean: []) }
  }
}
