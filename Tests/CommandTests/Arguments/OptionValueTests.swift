import Command
import Testing

@Suite struct OptionValueTests {
  @Test(arguments: [
    "0", "-1", "+2", "1.5", ".5", "-.5", "1e3", "1E-3", "1.5e+10", "007",
  ])
  func `decimals by the grammar`(text: String) {
    #expect(OptionValue.isDecimal(text))
    #expect(Double(text)?.isFinite == true)
  }

  @Test(arguments: [
    "", "-", ".", "5.", "1e", "e3", "nan", "inf", "-inf", "0x1p3", "1,5",
    " 1", "1 ", "1_000", "--1", "١", "1.2.3", "1e1.5",
  ])
  func `everything else is no decimal`(text: String) {
    #expect(!OptionValue.isDecimal(text))
  }

  @Test func `whole numbers are a sign and digits`() {
    #expect(["0", "-1", "+12"].allSatisfy(OptionValue.isInteger))
    #expect(
      !["", "-", "1.0", "1e3", "٣", "0x1"].contains {
        OptionValue.isInteger($0)
      }
    )
  }
}
