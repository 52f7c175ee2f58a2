import Command
import Testing

@Suite struct StyleTests {
  @Test func `a style is switched on and off again`() {
    #expect(Style.bold.applied(to: "a") == "\u{1b}[1ma\u{1b}[0m")
    #expect(Style.red.applied(to: "a") == "\u{1b}[31ma\u{1b}[0m")
  }
}
