import Foundation
import TestSupport
import Testing

@Suite struct GamesOperandTests {
  private let games = """
    {"game": 0, "x": "ann", "o": "bob", "opening": [], "moves": ["a1", "b1", "a2", "b2", "a3"], "result": "1-0"}
    {"game": 1, "x": "bob", "o": "ann", "opening": ["c1"], "moves": ["a1", "c2", "b2", "c3"], "result": "1-0"}

    """

  private func clone(
    _ text: String,
    _ arguments: [String] = []
  ) throws -> CommandResult {
    try inTemporaryFolder { folder in
      let log = "\(folder)/games.jsonl"
      try text.write(toFile: log, atomically: true, encoding: .utf8)
      return try runCommand(
        ["train", "\(folder)/run", "--watch", log, "--hidden", "8"]
          + ["--steps", "40", "--until", "steps"] + arguments
      )
    }
  }

  @Test func `a log is cloned, everyone or one player`() throws {
    let all = try clone(games)
    #expect(all.exitCode == 0, "\(all.errors)")
    #expect(all.errors.contains("9 moves of everyone in"))
    let ann = try clone(games, ["--player", "ann"])
    #expect(ann.exitCode == 0, "\(ann.errors)")
    #expect(ann.errors.contains("5 moves of ann in"))
  }

  @Test func `an adversary judges the same moves`() throws {
    let run = try clone(
      games,
      ["--method", "gail", "--player", "ann", "--moves", "drawn"]
    )
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.contains("5 moves of ann in"))
  }

  @Test(
    arguments: [
      ("", [], 65, "no games, expected one a line"),
      ("{}\n", [], 65, "line 1: "),
      (nil, ["--player", "eve"], 65, "no move of 'eve'; it has 'ann', 'bob'"),
      (
        nil, ["--method", "negatives"], 64,
        "--watch: expected the method clone or gail"
      ),
      (nil, ["--games", "9"], 64, "another method has that option"),
      (nil, ["--r1", "2"], 64, "another method has that option"),
      (
        nil, ["--method", "gail", "--continue", "champion"], 64,
        "--continue: expected another method; gail starts from random weights"
      ),
    ] as [(String?, [String], Int32, String)]
  )
  func `a bad log or a bad choice is refused`(
    text: String?,
    arguments: [String],
    code: Int32,
    message: String
  ) throws {
    let run = try clone(text ?? games, arguments)
    #expect(run.exitCode == code)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func `a player without a log is refused`() throws {
    let run = try runCommand("train", "--player", "ann")
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("--player: expected --watch"))
  }
}
