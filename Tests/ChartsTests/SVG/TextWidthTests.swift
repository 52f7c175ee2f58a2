import Charts
import Testing

@Suite struct TextWidthTests {
  @Test func `what fits stays, the rest loses its middle`() {
    #expect(TextWidth.fitted("champion", ems: 8) == "champion")
    let short = TextWidth.fitted(
      "runs/20261121-001200-1/policy.json",
      ems: 12
    )
    #expect(TextWidth.ems(of: short) <= 12)
    #expect(short.hasPrefix("runs/") && short.hasSuffix("json"))
    #expect(short.contains("…"))
    #expect(TextWidth.fitted("champion", ems: 0) == "…")
    #expect(TextWidth.fitted("", ems: 0) == "")
  }

  @Test func `wide letters take more`() {
    #expect(TextWidth.ems(of: "mmm") > TextWidth.ems(of: "nnn"))
    #expect(TextWidth.ems(of: "nnn") > TextWidth.ems(of: "iii"))
  }
}
