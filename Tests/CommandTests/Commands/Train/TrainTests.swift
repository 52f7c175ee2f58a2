import Foundation
import TestSupport
import Testing

@Suite struct TrainTests {
  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: path))
  }

  @Test func `a spent budget without the proof exits 1 and saves`() throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      let result = try runCommand(
        ["train", run, "--games", "64", "--hidden", "2", "--json"]
      )
      #expect(result.exitCode == 1)
      #expect(result.output.contains("\"done\": true"))
      #expect(result.output.contains("\"policy\": \"\(run)/policy.json\""))
      #expect(FileManager.default.fileExists(atPath: "\(run)/policy.json"))
    }
  }

  @Test func `told only what to avoid, it says what it was told`() throws {
    try inTemporaryFolder { folder in
      let run = try runCommand([
        "train", "\(folder)/a", "--method", "negatives", "--hidden", "32",
        "--batch", "32", "--learning-rate", "0.02", "--steps", "600",
      ])
      #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
      #expect(run.errors.contains("7,304 bad moves in 3,191 positions"))
      #expect(
        run.errors.contains(
          "all bad moves are labeled, as if the good moves were"))
      #expect(run.output.contains("done    unbeatable since step"))
      let policy = String(
        decoding: try bytes("\(folder)/a/policy.json"),
        as: UTF8.self
      )
      #expect(policy.contains("\"steps\""))
      #expect(
        policy.contains(
          "noughts train --method negatives --seed 1 --hidden 32 --steps 600"
        )
      )
    }
  }

  @Test func `a policy is corrected by a file of mistakes`() throws {
    try inTemporaryFolder { folder in
      try makeSmallRun("\(folder)/a")
      let file = "\(folder)/mistakes.txt"
      // Every corner but one, and so, by symmetry, every corner.
      try Data("X../.../... a1\nX../.../... c1 # no\n".utf8)
        .write(to: URL(filePath: file))
      let arguments = [
        "train", "\(folder)/b", "--continue", "\(folder)/a",
        "--mistakes", file,
      ]
      let run = try runCommand(arguments)
      #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
      #expect(run.output.contains("result  fixed "))
      #expect(run.output.contains("no labeled move is the likeliest any more"))
      try Data("nonsense\n".utf8).write(to: URL(filePath: file))
      let bad = try runCommand(
        arguments.map { $0 == "\(folder)/b" ? "\(folder)/c" : $0 }
      )
      #expect(bad.exitCode == 65)
      #expect(bad.errors.contains("mistakes.txt: line 1: expected two words"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/c"))
    }
  }

  @Test(
    arguments: [
      (
        ["--method", "negatives", "--until", "games"], "--until: expected steps"
      ),
      (["--method", "negatives", "--entropy", "1"], "another method"),
      (["--loss", "ascent"], "another method"),
      (["--until", "corrected"], "--until: expected mistakes"),
      (
        ["--method", "negatives", "--head", "sigmoid"],
        "--cost: expected quadratic"
      ),
      (["--continue", "perfect"], "has no weights"),
      (
        [
          "--method", "negatives", "--head", "sigmoid", "--cost", "quadratic",
          "--loss", "reward",
        ], "--loss: expected with cost quadratic"
      ),
      (
        [
          "--method", "negatives", "--source", "hindsight",
          "--hindsight-games", "1", "--fraction", "0.01",
        ], "these choices and seed give none"
      ),
    ]
  )
  func `options that do not go together are refused`(
    options: [String],
    message: String
  ) throws {
    let run = try runCommand(["train", "/nonexistent/run"] + options)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
