import Charts
import Testing

@Suite struct NumeralTests {
  @Test(arguments: [
    (0.0, 0, "0"), (-0.001, 2, "0.00"), (0.25, 2, "0.25"), (-1.5, 1, "-1.5"),
    (1000, 0, "1000"), (12_500, 0, "12,500"), (1_234_567.8, 1, "1,234,567.8"),
    (0.05, 1, "0.1"),
  ])
  func `a fixed number of decimals`(number: Double, places: Int, text: String) {
    #expect(Numeral.text(number, places: places) == text)
  }

  @Test(arguments: [
    (1.0, "1"), (0.0005, "0.0005"), (0.02, "0.02"), (200, "200"),
    (1000, "1k"), (50_000, "50k"), (2e6, "2M"), (1e9, "1e9"), (2e-5, "2e-5"),
  ])
  func `one digit and a unit`(number: Double, text: String) {
    #expect(Numeral.short(number) == text)
  }
}
