import Foundation
import TestSupport
import Testing

@Suite struct NoughtsTerminalTests {
  // Lines as the terminal would show them, without escapes.
  private func lines(_ result: CommandResult) -> [Substring] {
    result.output.replacing(/\u{1b}\[[0-9]*[a-zA-Z]/, with: "")
      .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      // What is typed ahead is not echoed behind the question.
      .replacing("]: ", with: "]:\n")
      .split(separator: "\n")
  }

  @Test(arguments: sampleRuns)
  func `a terminal of 40 columns is kept to`(words: [String]) throws {
    let result = try runSample(
      words,
      terminal: true,
      environment: ["COLUMNS": "40"]
    )
    #expect(!result.isTimedOut)
    for line in lines(result) where line.count > 40 {
      // A word that is longer than a line stays whole, and so does a command,
      // each on a line of its own, to be copied.
      let isCommand = line.hasPrefix("noughts ")
      #expect(isCommand || line.split(separator: " ").count == 1, "\(line)")
    }
  }

  // Whether the board is colored on a terminal or in a pipe.
  private func isColored(
    _ words: [String] = [],
    terminal: Bool = true,
    in environment: [String: String] = [:]
  ) throws -> Bool {
    try runSample(
      ["play", "first"] + words,
      terminal: terminal,
      environment: environment
    ).output.contains("\u{1b}[36mX")
  }

  @Test func `each says more of colors than the one before`() throws {
    #expect(try isColored())
    #expect(try !isColored(terminal: false))
    let dumb = ["TERM": "dumb"]
    #expect(try !isColored(in: dumb))
    let forced = dumb.merging(["CLICOLOR_FORCE": "1"]) { $1 }
    #expect(try isColored(in: forced))
    #expect(try isColored(terminal: false, in: forced))
    let none = forced.merging(["NO_COLOR": "1"]) { $1 }
    #expect(try !isColored(in: none))
    #expect(try isColored(["--color", "always"], in: none))
    #expect(try isColored(["--color=always"], terminal: false, in: none))
    #expect(try !isColored(["--color", "never"], in: forced))
  }

  @Test func `without colors the same is printed`() throws {
    // In a pipe, where nothing that is typed shows up in between.
    func result(_ color: String) throws -> CommandResult {
      try runSample(["play", "first", "--color", color])
    }
    let (colored, plain) = (try result("always"), try result("never"))
    #expect(colored.output != plain.output)
    #expect(lines(colored) == lines(plain))
  }

  @Test func `a terminal is asked, and Ctrl-D ends`() throws {
    let typed = try runCommand(
      ["play", "first"],
      streams: .terminal(input: "5\n\u{4}")
    )
    #expect(typed.exitCode == 0)
    #expect(typed.output.contains("your move [1-9, a1, center, hint, undo, ?]"))
    #expect(typed.output.contains("O plays a1."))
  }

  @Test(arguments: ["</dev/null", "| cat"])
  func `nobody is asked unless input and output are a terminal`(
    redirection: String
  ) throws {
    let result = try RunningCommand(
      ["-c", "\"$0\" play first \(redirection)", try builtCommand()],
      of: "/bin/bash",
      streams: .terminal(input: "5\n\u{4}")
    ).finish()
    #expect(result.exitCode == 0)
    #expect(result.output.contains("policy thinks"))
    #expect(!result.output.contains("your move"))
  }

  @Test func `two policies wait for Enter on a terminal`() throws {
    let watched = try runCommand(
      ["play", "first", "center", "--plain"],
      streams: .terminal(input: "\n\nq\n")
    )
    #expect(watched.exitCode == 0)
    #expect(watched.output.contains("Enter for the next move"))
    #expect(watched.output.contains("O plays center."))
    #expect(!watched.output.contains("wins"))
  }

  @Test func `progress is redrawn in place, and its end stays`() throws {
    let result = try runSample(
      ["train", "FOLDER/run"] + smallRun.dropLast(),
      terminal: true
    )
    #expect(result.exitCode == 0)
    #expect(result.output.contains("\r100% "))
    let dumb = try runSample(
      ["train", "FOLDER/run"] + smallRun.dropLast(),
      terminal: true,
      environment: ["TERM": "dumb", "COLUMNS": "60"]
    )
    #expect(!dumb.output.contains("\u{1b}"))
    let text = dumb.output.replacing("\r\n", with: "\n")
    #expect(!text.contains("\r"))
    let end = text.split(separator: "\n").first { $0.hasPrefix("100% ") }
    #expect(end.map { $0.count < 60 } == true)
  }

  @Test func `a time left that nobody knows yet is no number`() throws {
    try inTemporaryFolder { folder in
      let words = [
        "tournament", "random", "first", "--sample", "20", "--out", folder,
      ]
      #expect(try runCommand(words).exitCode == 0)
      let path = "\(folder)/games.jsonl"
      let log = try String(contentsOfFile: path, encoding: .utf8)
      let lines = log.split(separator: "\n").prefix(5).map { "\($0)\n" }
      try write(lines.joined(), to: path)
      let resumed = try runCommand(words, streams: .terminal(input: ""))
      #expect(resumed.exitCode == 0)
      #expect(resumed.output.contains("games 5/20  ETA -:--"))
      #expect(resumed.output.firstMatch(of: /(?i)\b(nan|inf)\b/) == nil)
      #expect(try runCommand(words).errors.contains("20/20  ETA 0:00"))
    }
  }

  @Test func `play ends where there is no input, and says nothing amiss`()
    throws
  {
    let result = try runCommand("play", "first", streams: .files(input: ""))
    #expect(result.exitCode == 0)
    #expect(result.errors == "")
    #expect(!result.output.contains("your move"))
  }
}
