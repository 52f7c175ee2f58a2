import Command
import Testing

@Suite struct FigureTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (61_440, "61,440"),
    (1_000_001, "1,000,001"), (-4_520, "-4,520"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `integers are grouped by three`(number: Int, text: String) {
    #expect(Figure.grouped(number) == text)
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
    #expect(Figure.decimal(number, places: places) == text)
  }

  @Test func `percentages`() {
    #expect(Figure.percent(0.615) == "62%")
    #expect(Figure.percent(0.967_8, places: 2) == "96.78%")
    #expect(Figure.percent(.nan) == "-")
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
    #expect(Figure.progress(done, of: total) == text)
  }

  @Test(arguments: [
    (0, 1.0, "0"), (850, 1, "850"), (999, 1, "999"), (1000, 1, "1.0k"),
    (9_949, 1, "9.9k"), (9_990, 1, "10k"), (210_000, 1, "210k"),
    (999_499, 1, "999k"), (999_999, 1, "1.0M"), (3, 0.5, "6"), (1, 0, "-"),
    (0, 0, "-"), (1, -1, "-"), (1, .nan, "-"), (Int.max, 0.001, ">999G"),
  ])
  func `rates are short`(count: Int, seconds: Double, text: String) {
    #expect(Figure.rate(count, seconds: seconds) == text)
  }

  @Test(arguments: [
    (0.0, "0:00"), (7.4, "0:07"), (59.6, "1:00"), (750, "12:30"),
    (11_100, "3:05:00"), (1e9, "-:--"), (.nan, "-:--"), (-1, "-:--"),
    (.infinity, "-:--"),
  ])
  func `times`(seconds: Double, text: String) {
    #expect(Figure.time(seconds: seconds) == text)
  }

  @Test func `the time left follows from the time spent`() {
    #expect(Figure.timeLeft(1, of: 4, after: 20) == "1:00")
    #expect(Figure.timeLeft(4, of: 4, after: 20) == "0:00")
    #expect(Figure.timeLeft(5, of: 4, after: 20) == "0:00")
    #expect(Figure.timeLeft(0, of: 4, after: 20) == "-:--")
    #expect(Figure.timeLeft(0, of: 0, after: 20) == "0:00")
  }

  @Test(arguments: [
    (0.0, "░░░░░░░░░░"), (0.625, "██████░░░░"), (0.999, "█████████░"),
    (1, "██████████"), (7, "██████████"), (-1, "░░░░░░░░░░"),
    (.nan, "░░░░░░░░░░"),
  ])
  func `a bar is full only at the end`(fraction: Double, bar: String) {
    #expect(Figure.bar(fraction, cells: 10) == bar)
  }
}
