import Command
import Testing

@Suite struct ArgumentsTests {
  private static func none() throws -> Arguments {
    try ArgumentParser.parse([], for: .sample)
  }

  @Test func `a value is written as it would be given`() throws {
    let arguments = try ArgumentParser.parse(
      ["--temperature", "1.0", "--json"],
      for: .sample
    )
    #expect(arguments.value("temperature")?.description == "1")
    #expect(arguments.value("games")?.description == "200000")
    #expect(arguments.value("method")?.description == "reinforce")
    #expect(arguments.value("json") == .flag)
    #expect(arguments.value("out") == nil)
  }

  @Test func `a command may be asked what it declares`() throws {
    #expect(try Self.none().declares("games"))
    #expect(try !Self.none().declares("nosuch"))
  }

  @Test func `an option never declared traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = try Self.none().isGiven("nosuch")
    }
  }

  @Test func `an option asked for by the wrong kind traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = try Self.none().text("games")
    }
  }

  @Test func `a number that is no seed traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = try Self.none().unsigned("games")
    }
  }

  @Test func `an option without a value to give traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = try Self.none().text("out")
    }
  }
}
