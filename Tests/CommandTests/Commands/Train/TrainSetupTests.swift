import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct TrainSetupTests {
  private let firstCheckpoint = "checkpoints/0000000016.json"

  @Test func `all actions need the means that value them`() throws {
    try inTemporaryFolder { folder in
      let run = try runCommand([
        "train", "\(folder)/run", "--baseline", "none", "--games", "32",
        "--actions", "all",
      ])
      #expect(run.exitCode == 64)
      #expect(run.errors.contains("--baseline"))
      #expect(
        run.errors.contains("mean or value, or --actions sampled with it"))
      #expect(run.output == "")
      for option in ["--clip", "--exploration-floor"] {
        let void = try runCommand([
          "train", "\(folder)/run", option, "0.5", "--games", "32",
          "--actions", "all",
        ])
        #expect(void.exitCode == 64)
        #expect(void.errors.contains("\(option): expected --actions sampled"))
      }
      let sampled = try runCommand(
        ["train", "\(folder)/run"] + briefRounds + [
          "--baseline", "none", "--games", "32", "--until", "games", "--quiet",
        ]
      )
      #expect(sampled.exitCode == 0, "\(sampled.errors)")
    }
  }

  @Test func `a game of random moves alone teaches nothing`() throws {
    try inTemporaryFolder { folder in
      func run(_ plies: Int) throws -> CommandResult {
        try runCommand(
          ["train", "\(folder)/\(plies)"] + briefRounds + [
            "--opening-plies", "\(plies)", "--games", "16", "--hidden", "1",
            "--until", "games", "--quiet",
          ]
        )
      }
      #expect(try run(8).exitCode == 0)
      let whole = try run(9)
      #expect(whole.exitCode == 64)
      #expect(whole.errors.contains("--opening-plies: expected at most 8"))
    }
  }

  // The command of a short run, in the normal form of its config.json.
  private func normalForm(of words: [String]) throws -> String? {
    try inTemporaryFolder { folder in
      let result = try runCommand(
        ["train", "\(folder)/run", "--until", "games", "--hidden", "1"] + words
      )
      #expect(result.exitCode == 0, "\(result.errors)")
      let config = try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(filePath: "\(folder)/run/config.json"))
      )
      return (config as? [String: Any])?["command"] as? String
    }
  }

  @Test func `all actions alone bring their own rates and budget`() throws {
    let normal =
      "noughts train --seed 1 --until games --hidden 1 --games 64 "
      + "--actions all --negatives none"
    let short = [
      "--actions", "all", "--negatives", "none", "--games", "64",
    ]
    let five = [
      "--entropy", "0.5", "--final-entropy", "0.05",
      "--learning-rate", "0.02",
    ]
    let brief = try normalForm(of: short)
    let long = try normalForm(of: short + five)
    #expect(brief == normal)
    #expect(long == normal)
  }

  @Test func `a run that is trained is left to its process`() throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      let training = try RunningCommand(["train", run] + endlessRun)
      waitForFile("\(run)/\(firstCheckpoint)")
      let second = try runCommand("train", "--resume", run, "--quiet")
      #expect(second.exitCode == 73)
      let pid = try String(contentsOfFile: "\(run)/lock", encoding: .utf8)
        .dropLast()
      #expect(
        second.errors.hasPrefix(
          "noughts: \(run): another process is training here (pid \(pid)); "
            + "nothing was changed\n"
        )
      )
      #expect(try runCommand("evaluate", run).exitCode == 0, "no lock to read")
      training.send(SIGINT)
      #expect(training.finish().exitCode == 130)
    }
  }

  @Test func `a second process changes nothing`() throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      let training = try RunningCommand(["train", run] + endlessRun)
      waitForFile("\(run)/\(firstCheckpoint)")
      training.send(SIGSTOP)
      Thread.sleep(forTimeInterval: 0.05)
      let before = try contents(ofFolder: run)
      for words in [["--resume", run, "--quiet"], [run] + endlessRun] {
        #expect(try runCommand(["train"] + words).exitCode == 73)
      }
      #expect(try contents(ofFolder: run) == before)
      training.send(SIGKILL)
      _ = training.finish()
    }
  }

  @Test func `a killed process leaves no lock behind`() throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      let training = try RunningCommand(["train", run] + endlessRun)
      waitForFile("\(run)/\(firstCheckpoint)")
      training.send(SIGKILL)
      #expect(training.finish().exitCode == 137)
      let again = try RunningCommand(["train", "--resume", run, "--quiet"])
      Thread.sleep(forTimeInterval: 0.2)
      again.send(SIGINT)
      let result = again.finish()
      #expect(result.exitCode == 130)
      #expect(result.errors == "")
    }
  }

  @Test func `a folder from a killed start is used by the same command`()
    throws
  {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      try FileManager.default.createDirectory(
        atPath: "\(run)/checkpoints",
        withIntermediateDirectories: true
      )
      try write("{", to: "\(run)/.config.json.tmp-1-1")
      #expect(try runCommand("train", "--resume", run).exitCode == 66)
      let result = try runCommand(["train", run] + smallRun)
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: run).sorted()
          == [
            "checkpoints", "config.json", "lock", "metrics.jsonl",
            "policy.json",
          ]
      )
    }
  }

  @Test(
    arguments: ["checkpoints/9999999999.json", "policy.json", "metrics.jsonl"]
  )
  func `a folder in the place of a file is one clear line`(
    name: String
  ) throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      try makeSmallRun(run)
      try FileManager.default.removeItem(atPath: "\(run)/policy.json")
      try? FileManager.default.removeItem(atPath: "\(run)/\(name)")
      try FileManager.default.createDirectory(
        atPath: "\(run)/\(name)",
        withIntermediateDirectories: false
      )
      let before = try contents(ofFolder: run)
      let result = try runCommand("train", "--resume", run)
      #expect(result.exitCode == 74)
      #expect(
        result.errors
          == "noughts: cannot read \(run)/\(name): Not a regular file\n"
      )
      var after = try contents(ofFolder: run)
      after["lock"] = before["lock"]
      #expect(after == before)
    }
  }

  @Test func `the policy of another run is left alone`() throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      try makeSmallRun(run)
      try makeSmallRun("\(folder)/b", seed: 2)
      let other = try String(
        contentsOfFile: "\(folder)/b/policy.json",
        encoding: .utf8
      )
      try write(other, to: "\(run)/policy.json")
      let before = try contents(ofFolder: run)
      let result = try runCommand("train", "--resume", run)
      #expect(result.exitCode == 65)
      #expect(result.errors.contains("\(run)/policy.json: provenance: "))
      #expect(try contents(ofFolder: run) == before)
    }
  }
}
