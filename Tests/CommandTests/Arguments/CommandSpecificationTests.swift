import Command
import TestSupport
import Testing

@Suite struct CommandSpecificationTests {
  @Test func `an option declared twice traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = CommandSpecification(
        name: "a",
        summary: "",
        group: .lookDeeper,
        examples: [],
        options: [.json, .json]
      )
    }
    #expect(result.message.contains("a: --json declared twice"))
  }

  @Test func `an optional operand before another traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = CommandSpecification(
        name: "a",
        summary: "",
        group: .lookDeeper,
        operands: [.init("A", count: 0...1, help: ""), .init("B", help: "")],
        examples: []
      )
    }
    #expect(result.message.contains("a: A is not the last"))
  }

  @Test func `a default out of range traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = OptionSpecification.integer("a", in: 1...2, default: 3, help: "")
    }
    #expect(result.message.contains("--a: default 3 is not integer"))
  }
}
