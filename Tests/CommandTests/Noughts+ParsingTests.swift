import Foundation
import TestSupport
import Testing

@Suite struct NoughtsParsingTests {
  @Test(arguments: [
    (["trian"], 64, "'trian' (did you mean train?)"),
    (["train", "--gmaes", "5"], 64, "'--gmaes' (did you mean --games?)"),
    (
      ["train", "--until", "perfetc"], 64, "'perfetc' (did you mean perfect?)"
    ),
    (["play", "--level", "eazy"], 64, "'eazy' (did you mean easy?)"),
    (["study", "mehtods"], 64, "'mehtods' (did you mean methods?)"),
    (["completions", "bsh"], 64, "'bsh' (did you mean bash?)"),
    (["evaluate", "randmo"], 66, "Nearest: random"),
  ])
  func `a typo suggests the nearest`(
    words: [String],
    code: Int32,
    hint: String
  ) throws {
    let result = try runCommand(words)
    #expect(result.exitCode == code)
    #expect(result.errors.contains(hint), "\(result.errors)")
    #expect(result.output == "")
  }

  @Test(arguments: [
    ["--games", "many"], ["--games=-1"], ["--seed", "-1"],
    ["--seed=18446744073709551616"], ["--learning-rate", "nan"],
    ["--learning-rate=inf"], ["--hidden", "1e3"],
  ])
  func `a bad number names the option and the value`(
    words: [String]
  ) throws {
    let result = try runCommand(["train"] + words)
    let parts = words.flatMap { $0.split(separator: "=") }
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("\(parts[0]): '\(parts[1])'"))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func `an equals sign is a space, and two dashes end the options`()
    throws
  {
    let (one, two) = (
      try runCommand("evaluate", "first", "--position=X../.../..."),
      try runCommand("evaluate", "--position", "X../.../...", "--", "first")
    )
    #expect(one.exitCode == 0)
    #expect(one.output == two.output)
    let dashed = try runCommand("evaluate", "--", "--json")
    #expect(dashed.exitCode == 66)
    #expect(dashed.errors.contains("no policy '--json'"))
  }

  @Test func `a negative number is a value`() throws {
    let result = try runCommand("train", "--learning-rate", "-0.1")
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("--learning-rate: '-0.1' is out of range"))
  }

  @Test func `the greatest seed is a seed like any other`() throws {
    let seed = "\(UInt64.max)"
    let words = ["play", "random", "--side", "o", "--plain", "--seed"]
    let (one, two) = (
      try runCommand(words + [seed]), try runCommand(words + [seed])
    )
    #expect(one.exitCode == 0)
    #expect(one.output == two.output)
    try inTemporaryFolder { folder in
      let run = "\(folder)/run"
      let words = ["train", run, "--seed", seed] + smallRun
      #expect(try runCommand(words).exitCode == 0)
      #expect(try runCommand("train", "--resume", run).exitCode == 0)
      let policy = try String(
        contentsOfFile: "\(run)/policy.json",
        encoding: .utf8
      )
      #expect(policy.contains("--seed \(seed)"))
    }
  }

  @Test func `bash takes the completions without complaint`() throws {
    let result = try RunningCommand(
      ["-c", "\"$0\" completions bash | bash -n", try builtCommand()],
      of: "/bin/bash"
    ).finish()
    #expect(result.exitCode == 0)
    #expect(result.errors == "")
    let script = try runCommand("completions", "bash").output
    #expect(script.contains("\ncomplete "))
  }

  @Test(arguments: [
    "train", "play", "evaluate", "tournament", "study", "show", "engine",
    "bench", "completions",
  ])
  func `help on a command is the same by every way`(name: String) throws {
    let page = try runCommand("help", name)
    #expect(page.exitCode == 0)
    #expect(try runCommand(name, "--help").output == page.output)
    #expect(try runCommand(name, "-h").output == page.output)
  }
}
