import Numbers
import TestSupport
import Testing

@Suite struct StatisticsTests {
  @Test func `the interval of a share is Wilson's`() {
    let none = Statistics.wilsonInterval(0, of: 10)
    #expect(none.lowerBound == 0)
    #expect(abs(none.upperBound - 0.277_533) < 1e-6)
    let half = Statistics.wilsonInterval(5, of: 10)
    #expect(abs(half.lowerBound - 0.236_593) < 1e-6)
    #expect(abs(half.upperBound - 0.763_407) < 1e-6)
    #expect(Statistics.wilsonInterval(10, of: 10).upperBound == 1)
  }

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
    #expect(
      abs(Statistics.studentQuantile(degrees: degrees) - quantile) < 0.001
    )
  }

  @Test func `more than all and no degrees of freedom are misuse`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Statistics.wilsonInterval(3, of: 2)
    }
    #expect(result.message.contains("3 of 2"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Statistics.studentQuantile(degrees: 0)
    }
    #expect(result.message.contains("Student's t of 0 degrees of freedom"))
  }
}
