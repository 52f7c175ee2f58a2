import Charts
import Testing

@Suite struct PaletteTests {
  @Test func `fifty-six series differ`() {
    let looks = (0..<56).map { Palette.color($0) + Palette.dash($0) }
    #expect(Set(looks).count == 56)
  }

  @Test func `seven series differ in each alone`() {
    #expect(Set((0..<7).map(Palette.color)).count == 7)
    #expect(Set((0..<7).map(Palette.dash)).count == 7)
  }
}
