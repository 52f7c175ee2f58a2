import Charts
import Testing

@Suite struct SVGNumberTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (-0.004, "0"), (12, "12"), (12.5, "12.5"),
    (0.05, "0.05"), (-0.5, "-0.5"), (1.005, "1"), (0.125, "0.13"),
    (-0.125, "-0.13"), (99.999, "100"), (1234567.891, "1234567.89"),
  ])
  func `two decimals at most, no zeros at the end`(
    number: Double,
    text: String
  ) {
    #expect(SVGNumber.text(number) == text)
  }

  @Test func `numbers that are no coordinates are misuse`() async {
    await #expect(processExitsWith: .failure) {
      _ = SVGNumber.text(.nan)
    }
    await #expect(processExitsWith: .failure) {
      _ = SVGNumber.text(1e12)
    }
  }
}
