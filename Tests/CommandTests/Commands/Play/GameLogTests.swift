import Files
import TestSupport
import Testing
import TicTacToe

@testable import Command

@Suite struct GameLogTests {
  // X wins with a1 b1 c1.
  private let game = [0, 3, 1, 4, 2].map(Square.init)

  @Test func `games are counted for the person, from either side`() throws {
    try inTemporaryFolder { folder in
      let log = GameLog(path: folder + "/log.jsonl")
      #expect(try log.tally() == GameLog.Tally())
      try log.append(game, you: .x, against: "first")
      try log.append(game, you: .o, against: "first")
      try log.append(game, you: .o, against: "you")
      let draw = [0, 1, 2, 4, 3, 5, 7, 6, 8].map(Square.init)
      try log.append(draw, you: .x, against: "first")
      let tally = try log.tally()
      #expect((tally.won, tally.drawn, tally.lost) == (1, 1, 2))
      #expect(tally.played == 4)
      let text = String(
        decoding: try DurableFile(log.path).read(limit: 1000),
        as: UTF8.self
      )
      let lines = text.split(separator: "\n")
      #expect(lines.count == 4)
      #expect(
        lines[1].contains("\"game\": 1, \"x\": \"first\", \"o\": \"you\"")
      )
      #expect(lines[1].hasSuffix("\"result\": \"1-0\"}"))
    }
  }

  @Test(arguments: [
    ("{}\n", "line 1"), ("x", "line 1"),
    (
      "{\"game\": 0, \"x\": \"a\", \"o\": \"b\", \"opening\": [], "
        + "\"moves\": [\"a1\", \"a2\", \"b1\", \"b2\", \"c1\"], "
        + "\"result\": \"1-0\"}\n",
      "line 1: nobody is called"
    ),
  ])
  func `a damaged log is 65 and stays`(text: String, reason: String) throws {
    try inTemporaryFolder { folder in
      let path = folder + "/log.jsonl"
      try write(text, to: path)
      let run = try runCommand(["play", "first", "--record", path])
      #expect(run.exitCode == 65)
      #expect(run.output == "")
      #expect(run.errors.contains("\(path): \(reason)"), "\(run.errors)")
      let kept = try DurableFile(path).read(limit: 1000)
      #expect(kept == Array(text.utf8))
    }
  }

  @Test(arguments: [
    ("FOLDER/none/log.jsonl", "No such file or directory"),
    ("FOLDER", "Not a regular file"), ("/dev/full", "Not a regular file"),
  ])
  func `a log that cannot be kept is told before the game, and 74`(
    path: String,
    reason: String
  ) throws {
    let run = try runSample(["play", "first", "--record", path])
    #expect(run.exitCode == 74)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("noughts: cannot "), "\(run.errors)")
    #expect(run.errors.hasSuffix(": \(reason)\n"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func `a game that is not over traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      try? GameLog(path: "/dev/null")
        .append([Square(0)], you: .x, against: "first")
    }
    #expect(result.message.contains("is not over"))
  }
}
