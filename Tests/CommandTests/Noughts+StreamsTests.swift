import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct NoughtsStreamsTests {
  @Test(arguments: sampleRuns)
  func `all is plain ASCII where the locale is`(words: [String]) throws {
    for terminal in [false, true] {
      let result = try runSample(
        words,
        terminal: terminal,
        environment: ["LC_ALL": "C"]
      )
      let text = result.output + result.errors
      #expect(!text.isEmpty)
      #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(text)")
    }
  }

  @Test func `JSON is plain ASCII, too, and means the same`() throws {
    try inTemporaryFolder { folder in
      let path = "\(folder)/caf\u{e9}.json"
      try FileManager.default.copyItem(
        atPath: PoliciesTests.folder.appending(path: "easy.json").path,
        toPath: path
      )
      let result = try runCommand(
        ["evaluate", path, "--json"],
        environment: ["LC_ALL": "C"]
      )
      #expect(result.output.utf8.allSatisfy { $0 < 0x80 })
      let json = try JSONSerialization.jsonObject(
        with: Data(result.output.utf8)
      )
      #expect((json as? [String: Any])?["policy"] as? String == path)
    }
  }

  @Test(arguments: sampleRuns)
  func `piped there is no escape, carriage return, nan, prompt, and no cut`(
    words: [String]
  ) throws {
    // Speeds and the temporary folder differ from run to run.
    func parts(_ columns: String) throws -> [Substring] {
      let result = try runSample(words, environment: ["COLUMNS": columns])
      let text = result.output + result.errors
      #expect(!text.contains("\u{1b}"))
      #expect(!text.contains("\r"))
      #expect(!text.contains("your move"))
      #expect(text.firstMatch(of: /(?i)\b(nan|inf)\b/) == nil, "\(text)")
      return
        text
        .replacing(/\/[^ ]*noughts-[-0-9A-F]+/, with: "FOLDER")
        .split { " \n,;".contains($0) }
        .filter { $0.wholeMatch(of: /[0-9.]+[kMG]?/) == nil }
        .filter { $0.firstMatch(of: /games\/s|:[0-9][0-9]|-:--/) == nil }
    }
    #expect(Set(try parts("200")).subtracting(try parts("40")) == [])
  }

  @Test(arguments: [
    ["evaluate", "first"], ["tournament", "first", "random"],
    ["play", "first", "center"], ["play", "--level", "easy"],
    ["train", "FOLDER/run"] + smallRun,
    [
      "tournament", "first", "random", "--sample", "20", "--out", "FOLDER/t",
      "--quiet",
    ],
  ])
  func `a quiet success writes nothing to standard error`(
    words: [String]
  ) throws {
    let words = words.contains("--quiet") ? words : words + ["--quiet"]
    let result = try runSample(words)
    #expect(result.exitCode == 0)
    #expect(result.errors == "")
    #expect(result.output != "")
  }

  @Test func `results go to standard output, progress to standard error`()
    throws
  {
    let result = try runSample(["train", "FOLDER/run"] + smallRun.dropLast())
    #expect(result.output.contains("wrote   "))
    #expect(result.output.contains("next    noughts play"))
    #expect(!result.output.contains("games/s"))
    #expect(result.errors.contains("games/s"))
    #expect(result.errors.contains("board   3×3"))
    #expect(!result.errors.contains("wrote   "))
  }

  @Test(arguments: [
    ["--version"], ["help", "train"], ["evaluate", "first"],
    ["tournament", "first", "random"], ["play", "first", "center"],
    ["completions", "zsh"], ["evaluate", "first", "--json"],
  ])
  func `a full disk is one line, and 74`(words: [String]) throws {
    let result = try runCommand(words, streams: .outputFile("/dev/full"))
    #expect(
      result.errors == "noughts: cannot write to standard output: "
        + "No space left on device\n"
    )
    #expect(result.exitCode == 74)
  }

  @Test(arguments: [
    "help train", "evaluate first", "completions bash",
    "tournament first random center perfect", "play first center",
  ])
  func `a reader that has seen enough is left in silence`(
    line: String
  ) throws {
    let result = try RunningCommand(
      ["-c", "\"$0\" \(line) | head -1", try builtCommand()],
      of: "/bin/bash"
    ).finish()
    #expect(result.errors == "")
    #expect(result.exitCode == 0)
    #expect(result.output.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ["evaluate", "first"], ["evaluate", "first", "random"],
    ["evaluate", "first", "--position", "X../.O./..X"],
    ["tournament", "first", "random"],
    ["tournament", "first", "random", "--sample", "4", "--out", "FOLDER/t"],
    ["tournament", "first", "perfect", "--gate"],
  ])
  func `JSON is one document`(words: [String]) throws {
    let result = try runSample(words + ["--json"])
    _ = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
  }

  @Test func `JSON is one document beside warnings, a line while training`()
    throws
  {
    try inTemporaryFolder { folder in
      let run = "\(folder)/run"
      let training = try runCommand(["train", run] + smallRun + ["--json"])
      let lines = training.output.split(separator: "\n")
      #expect(lines.count > 1)
      for line in lines {
        _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
      }
      try FileManager.default.removeItem(atPath: "\(run)/policy.json")
      let newest = try #require(
        try FileManager.default
          .contentsOfDirectory(atPath: "\(run)/checkpoints").sorted().last
      )
      try write("{}", to: "\(run)/checkpoints/\(newest)")
      let result = try runCommand(["evaluate", run, "--json", "--quiet"])
      #expect(result.errors.hasPrefix("warning: "))
      _ = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    }
  }
}
