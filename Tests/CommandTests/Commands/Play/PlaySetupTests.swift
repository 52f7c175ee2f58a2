import Players
import Testing

@testable import Command

@Suite struct PlaySetupTests {
  @Test func `a level says exactly how strong it is`() throws {
    let run = try runCommand(["play", "--level", "easy", "--plain"])
    #expect(run.exitCode == 0)
    #expect(run.errors.contains("easy, exactly, against perfect: W 0.0 L 37.6"))
    let both = try runCommand(["play", "champion", "--level", "easy"])
    #expect(both.exitCode == 64)
    let typo = try runCommand(["play", "--level", "eazy"])
    #expect(typo.exitCode == 64)
    #expect(typo.errors.contains("did you mean easy?"))
  }

  @Test(arguments: [
    (["--two", "--side", "o"], "--side and --two exclude each other"),
    (["--two", "--record", "a"], "--record and --two exclude each other"),
    (["--two", "--mistakes", "a"], "--mistakes and --two exclude each other"),
    (["--two", "--level", "easy"], "--level and --two exclude each other"),
    (["first", "random", "--two"], "'random' is one too many"),
    (["first", "random", "--side", "o"], "'random' is one too many"),
    (["first", "random", "--record", "a"], "'random' is one too many"),
    (["first", "random", "center"], "'center' is one too many"),
  ])
  func `options that say nothing of the seats are refused`(
    words: [String],
    message: String
  ) throws {
    let run = try runCommand(["play"] + words)
    #expect(run.exitCode == 64)
    #expect(run.errors.hasPrefix("noughts: \(message)"), "\(run.errors)")
    #expect(run.output == "")
  }

  @Test func `the board shows the shares that a temperature draws from`() throws
  {
    func shares(_ temperature: String) throws -> [Int] {
      let run = try runCommand([
        "play", "medium", "--two", "--temperature", temperature,
      ])
      // The squares of the empty board, not the list of the likeliest.
      let board = run.output.split(separator: "\n").dropFirst(2).prefix(3)
      return try board.flatMap { line in
        try line.split(separator: "|").dropFirst().prefix(3).map {
          try #require(Int($0.filter(\.isNumber)))
        }
      }
    }
    let (own, even) = (try shares("0"), try shares("100"))
    #expect(own.count == 9 && even.count == 9)
    #expect((own.max() ?? 0) - (own.min() ?? 0) > 30)
    #expect(even.allSatisfy { abs($0 - 11) <= 1 })
    #expect(try shares("10").allSatisfy { abs($0 - 11) <= 2 })
    // 0 shows the network's own probabilities, which temperature 1 draws from.
    #expect(try own == shares("1"))
  }

  @Test func `two policies play a game out, and the second has O`() throws {
    let run = try runCommand(["play", "first", "center", "--plain"])
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("X plays a1.\nO plays center.\n"))
    #expect(run.output.contains("wins") || run.output.contains("draw"))
  }
}
