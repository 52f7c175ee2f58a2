import Command
import TestSupport
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
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = try? Self.none().isGiven("nosuch")
    }
    #expect(result.message.contains("sample declares no --nosuch"))
  }

  @Test func `an option asked for by the wrong kind traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = try? Self.none().text("games")
    }
    #expect(result.message.contains("--games is not a text"))
  }

  @Test func `a number that is no seed traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = try? Self.none().unsigned("games")
    }
    #expect(result.message.contains("--games is not a whole number from 0"))
  }

  @Test func `an option without a value to give traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = try? Self.none().text("out")
    }
    #expect(result.message.contains("--out is not given and has no default"))
  }
}
