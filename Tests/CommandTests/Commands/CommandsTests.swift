import Command
import Testing

@Suite struct CommandsTests {
  @Test func `names are told apart and sorted into groups`() {
    let names = Commands.specifications.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("help"))
  }

  @Test func `the overview fits 24 lines of 80 columns`() async {
    let console = Console.inMemory()
    #expect(await Commands.run([], on: console) == .success)
    let lines = console.output.text.split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    #expect(lines.count <= 25, "24, and the end of the last")
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `every command explains itself within 80 columns`() async {
    for name in Commands.specifications.map(\.name) {
      let console = Console.inMemory()
      #expect(await Commands.run(["help", name], on: console) == .success)
      let page = console.output.text
      #expect(page.hasPrefix("usage: noughts \(name) "))
      for line in page.split(separator: "\n") where line.count > 80 {
        Issue.record("\(line)")
      }
      let same = Console.inMemory()
      #expect(await Commands.run([name, "--help"], on: same) == .success)
      #expect(same.output.text == page)
    }
  }

  @Test func `an unknown name suggests the nearest`() {
    #expect(
      throws: UsageError.unknownCommand(
        "hepl",
        among: Commands.specifications.map(\.name)
      )
    ) {
      try Commands.named("hepl")
    }
  }
}
