import Numbers
import TestSupport
import Testing

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (61_440, "61,440"),
    (1_000_001, "1,000,001"), (-4_520, "-4,520"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `integers are grouped by three`(number: Int, text: String) {
    #expect(NumberFormat.grouped(number) == text)
  }

  @Test(arguments: [
    (0.0, 4, "0.0000"), (0.231, 3, "0.231"), (0.0071, 4, "0.0071"),
    (1.5, 0, "2"), (-1.25, 1, "-1.3"), (-0.001, 2, "0.00"),
    (-0.0, 1, "0.0"), (99.95, 1, "100.0"), (9.999, 2, "10.00"),
    (1e300, 2, "1e+300"), (.nan, 2, "-"), (.infinity, 2, "-"),
  ])
  func `decimals have as many places as asked`(
    number: Double,
    places: Int,
    text: String
  ) {
    #expect(NumberFormat.decimal(number, places: places) == text)
  }

  @Test func `percentages`() {
    #expect(NumberFormat.percent(0.615) == "62%")
    #expect(NumberFormat.percent(0.967_8, places: 2) == "96.78%")
    #expect(NumberFormat.percent(.nan) == "-")
  }

  @Test(arguments: [
    (0, 10, "0%"), (999, 1000, "99%"), (1000, 1000, "100%"),
    (2000, 1000, "100%"), (61_440, 98_304, "62%"), (0, 0, "-"),
  ])
  func `progress is 100% only at the end`(
    done: Int,
    total: Int,
    text: String
  ) {
    #expect(NumberFormat.progress(done, of: total) == text)
  }

  @Test(arguments: [
    (0, 1.0, "0"), (850, 1, "850"), (999, 1, "999"), (1000, 1, "1.0k"),
    (9_949, 1, "9.9k"), (9_990, 1, "10k"), (210_000, 1, "210k"),
    (999_499, 1, "999k"), (999_999, 1, "1.0M"), (3, 0.5, "6"), (1, 0, "-"),
    (0, 0, "-"), (1, -1, "-"), (1, .nan, "-"), (Int.max, 0.001, ">999G"),
  ])
  func `rates are short`(count: Int, seconds: Double, text: String) {
    #expect(NumberFormat.rate(count, seconds: seconds) == text)
  }

  @Test(arguments: [
    (0.0, "0:00"), (7.4, "0:07"), (59.6, "1:00"), (750, "12:30"),
    (11_100, "3:05:00"), (1e9, "-:--"), (.nan, "-:--"), (-1, "-:--"),
    (.infinity, "-:--"),
  ])
  func `times`(seconds: Double, text: String) {
    #expect(NumberFormat.time(seconds: seconds) == text)
  }

  @Test func `the time left follows from the time spent`() {
    #expect(NumberFormat.timeLeft(1, of: 4, after: 20) == "1:00")
    #expect(NumberFormat.timeLeft(4, of: 4, after: 20) == "0:00")
    #expect(NumberFormat.timeLeft(5, of: 4, after: 20) == "0:00")
    #expect(NumberFormat.timeLeft(0, of: 4, after: 20) == "-:--")
    #expect(NumberFormat.timeLeft(0, of: 0, after: 20) == "0:00")
  }

  @Test(arguments: [
    (0.0, "░░░░░░░░░░"), (0.625, "██████░░░░"), (0.999, "█████████░"),
    (1, "██████████"), (7, "██████████"), (-1, "░░░░░░░░░░"),
    (.nan, "░░░░░░░░░░"),
  ])
  func `a bar is full only at the end`(fraction: Double, bar: String) {
    #expect(NumberFormat.bar(fraction, cells: 10) == bar)
  }

  @Test(arguments: [
    (0.0, 0, "0"), (-0.001, 2, "0.00"), (0.25, 2, "0.25"), (-1.5, 1, "-1.5"),
    (1000, 0, "1000"), (12_500, 0, "12,500"), (1_234_567.8, 1, "1,234,567.8"),
    (0.05, 1, "0.1"), (-12_500, 0, "-12,500"), (1e-12, 15, "0.000000000001000"),
    (2, 16, "2.0"),
  ])
  func `labels are grouped from five digits on`(
    number: Double,
    places: Int,
    text: String
  ) {
    #expect(NumberFormat.label(number, places: places) == text)
  }

  @Test(arguments: [
    (0.0, 2, "0"), (-0.0, 2, "0"), (-0.004, 2, "0"), (12, 2, "12"),
    (12.5, 2, "12.5"), (0.05, 2, "0.05"), (-0.5, 2, "-0.5"), (1.005, 2, "1"),
    (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (99.999, 2, "100"),
    (1234567.891, 2, "1234567.89"), (999_999_999_999, 2, "999999999999"),
    (0.1 + 0.2, 6, "0.3"), (-0.000_000_1, 6, "0"), (7, 6, "7"),
    (0.000_05, 6, "5e-05"),
  ])
  func `the shortest text has no zeros at the end`(
    number: Double,
    places: Int,
    text: String
  ) {
    #expect(NumberFormat.shortest(number, places: places) == text)
  }

  @Test func `a negative number of decimals is misuse`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = NumberFormat.decimal(1, places: -1)
    }
    #expect(result.message.contains("-1 decimals asked for"))
  }
}
