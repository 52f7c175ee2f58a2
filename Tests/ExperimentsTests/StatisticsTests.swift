import Testing

@testable import Experiments

@Suite struct StatisticsTests {
  // Published tables of Student's distribution.
  @Test(
    arguments: [
      (1, 12.7062), (2, 4.3027), (3, 3.1824), (4, 2.7764), (5, 2.5706),
      (9, 2.2622), (19, 2.0930), (39, 2.0227), (120, 1.9799),
    ]
  )
  func `Student's quantiles are those of the tables`(
    degrees: Int,
    quantile: Double
  ) {
    #expect(abs(studentQuantile(degrees: degrees) - quantile) < 0.001)
  }

  @Test func `Wilson's interval of 40 of 40 begins at .912`() throws {
    let all = try #require(Estimate(share: 40, of: 40))
    #expect(all.value == 1 && all.high == 1)
    #expect(abs(all.low - 0.9124) < 1e-4)
    let half = try #require(Estimate(share: 5, of: 10))
    #expect(abs(half.low - 0.2366) < 1e-4 && abs(half.high - 0.7634) < 1e-4)
    #expect(Estimate(share: 0, of: 0) == nil)
  }

  @Test func `a mean has Student's interval`() throws {
    let estimate = try #require(Estimate(mean: [1, 2, 3, 4]))
    #expect(estimate.value == 2.5)
    #expect(abs(estimate.high - 2.5 - 3.1824 * 0.6455) < 1e-3)
    #expect(Estimate(mean: []) == nil)
    let one = try #require(Estimate(mean: [7]))
    #expect(one.low == 7 && one.high == 7)
  }

  @Test func `more than all and no degrees of freedom trap`() async {
    let share = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Estimate(share: 3, of: 2)
    }
    #expect(share.message.contains("3 of 2"))
    let quantile = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = studentQuantile(degrees: 0)
    }
    #expect(
      quantile.message.contains("Student's t of 0 degrees of freedom")
    )
  }

  @Test func `numbers are written alike everywhere`() {
    #expect(Decimal.text(0.1 + 0.2) == "0.3")
    #expect(Decimal.text(-0.000_000_1) == "0")
    #expect(Decimal.text(7) == "7")
  }
}
