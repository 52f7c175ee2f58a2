import Command
import Testing

@Suite struct CommandSpecificationTests {
  @Test func `an option declared twice traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = CommandSpecification(
        name: "a",
        summary: "",
        group: .lookDeeper,
        examples: [],
        options: [.json, .json]
      )
    }
  }

  @Test func `an optional operand before another traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = CommandSpecification(
        name: "a",
        summary: "",
        group: .lookDeeper,
        operands: [.init("A", count: 0...1, help: ""), .init("B", help: "")],
        examples: []
      )
    }
  }

  @Test func `a default out of range traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = OptionSpecification.integer("a", in: 1...2, default: 3, help: "")
    }
  }
}
