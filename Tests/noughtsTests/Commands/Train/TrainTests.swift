import Foundation
import Testing

@Suite struct TrainTests {
  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: path))
  }

  private let small = [
    "--hidden", "4", "--games", "800", "--until", "games",
    "--evaluate-every", "256", "--checkpoint-every", "160", "--quiet",
  ]

  @Test func `a run resumed at any checkpoint writes the same policy`() throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      let first = try runCommand(["train", run] + small)
      #expect(first.exitCode == 0)
      #expect(first.errors == "")
      let policy = try bytes("\(run)/policy.json")
      let names = try FileManager.default
        .contentsOfDirectory(atPath: "\(run)/checkpoints").sorted()
      #expect(names.count == 5)
      for count in 0..<names.count {
        let copy = "\(folder)/copy\(count)"
        try FileManager.default.copyItem(atPath: run, toPath: copy)
        try FileManager.default.removeItem(atPath: "\(copy)/policy.json")
        for name in names.dropFirst(count) {
          try FileManager.default.removeItem(
            atPath: "\(copy)/checkpoints/\(name)"
          )
        }
        let resumed = try runCommand(["train", "--resume", copy, "--quiet"])
        #expect(resumed.exitCode == 0)
        #expect(try bytes("\(copy)/policy.json") == policy)
        #expect(try games(copy) == games(run))
      }
    }
  }

  private func games(_ run: String) throws -> [Substring] {
    String(decoding: try bytes("\(run)/metrics.jsonl"), as: UTF8.self)
      .split(separator: "\n").compactMap {
        $0.split(separator: ",").first
      }
  }

  @Test func `an interrupted run is saved, and continued is the same`() throws {
    try inTemporaryFolder { folder in
      let options = [
        "--hidden", "4", "--games", "12000", "--until", "games",
        "--seed", "5",
      ]
      let whole = try runCommand(
        ["train", "\(folder)/a", "--quiet"] + options
      )
      #expect(whole.exitCode == 0)
      let running = try RunningCommand(["train", "\(folder)/b"] + options)
      Thread.sleep(forTimeInterval: 0.5)
      running.send(SIGINT)
      let stopped = running.finish(timeout: .seconds(60))
      #expect(stopped.exitCode == 130)
      #expect(stopped.errors.contains("noughts train --resume \(folder)/b"))
      let resumed = try runCommand(["train", "--resume", "\(folder)/b"])
      #expect(resumed.exitCode == 0)
      #expect(
        try bytes("\(folder)/a/policy.json")
          == bytes("\(folder)/b/policy.json")
      )
    }
  }

  @Test func `an existing run is not touched; a finished one is left`() throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      _ = try runCommand(["train", run] + small)
      let policy = try bytes("\(run)/policy.json")
      let again = try runCommand(["train", run] + small)
      #expect(again.exitCode == 73)
      #expect(again.errors.contains("--resume"))
      let resumed = try runCommand(["train", "--resume", run])
      #expect(resumed.exitCode == 0)
      #expect(resumed.errors.contains("is finished"))
      #expect(try bytes("\(run)/policy.json") == policy)
    }
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

  @Test func `what changes the result is refused beside --resume`() throws {
    let result = try runCommand(["train", "--resume", "x", "--hidden", "3"])
    #expect(result.exitCode == 64)
  }

  @Test func `a damaged newest checkpoint gives way to the one before`() throws
  {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      _ = try runCommand(["train", run] + small)
      let policy = try bytes("\(run)/policy.json")
      try FileManager.default.removeItem(atPath: "\(run)/policy.json")
      let newest = "\(run)/checkpoints/0000000800.json"
      try Data("{".utf8).write(to: URL(filePath: newest))
      let resumed = try runCommand(["train", "--resume", run])
      #expect(resumed.exitCode == 0)
      #expect(resumed.errors.contains("warning: \(newest)"))
      #expect(try bytes("\(run)/policy.json") == policy)
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
      #expect(run.errors.contains("equivalent to good moves"))
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
      _ = try runCommand(["train", "\(folder)/a"] + small)
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
      #expect(run.output.contains("no labelled move is the likeliest any more"))
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

  @Test func `a checkpoint of another run is passed over`() throws {
    try inTemporaryFolder { folder in
      _ = try runCommand(["train", "\(folder)/a"] + small)
      _ = try runCommand(["train", "\(folder)/b", "--seed", "2"] + small)
      let path = "checkpoints/0000000800.json"
      try FileManager.default.removeItem(atPath: "\(folder)/a/policy.json")
      try bytes("\(folder)/b/\(path)").write(
        to: URL(filePath: "\(folder)/a/\(path)")
      )
      let policy = try bytes("\(folder)/a/checkpoints/0000000640.json")
      let run = try runCommand(["train", "--resume", "\(folder)/a"])
      #expect(run.exitCode == 0)
      #expect(run.errors.contains("options: noughts train --seed 2"))
      #expect(run.errors.contains("continuing from the checkpoint before it"))
      #expect(
        try bytes("\(folder)/a/checkpoints/0000000640.json") == policy
      )
      #expect(
        try bytes("\(folder)/a/policy.json")
          != bytes("\(folder)/b/policy.json")
      )
    }
  }

  @Test func `where no checkpoint is any good nothing is changed`() throws {
    try inTemporaryFolder { folder in
      let path = "\(folder)/a"
      _ = try runCommand(["train", path] + small)
      try FileManager.default.removeItem(atPath: "\(path)/policy.json")
      let metrics = try bytes("\(path)/metrics.jsonl")
      let names = try FileManager.default
        .contentsOfDirectory(atPath: "\(path)/checkpoints")
      for name in names {
        try Data("{".utf8).write(
          to: URL(filePath: "\(path)/checkpoints/\(name)")
        )
      }
      let run = try runCommand(["train", "--resume", path])
      #expect(run.exitCode == 65, "\(run.errors)")
      #expect(run.errors.contains("0000000800.json"))
      #expect(try bytes("\(path)/metrics.jsonl") == metrics)
      #expect(try runCommand(["evaluate", path]).exitCode == 65)
    }
  }

  @Test func `a checkpoint by another name is passed over`() throws {
    try inTemporaryFolder { folder in
      let path = "\(folder)/a"
      _ = try runCommand(["train", path] + small)
      try FileManager.default.removeItem(atPath: "\(path)/policy.json")
      try FileManager.default.copyItem(
        atPath: "\(path)/checkpoints/0000000160.json",
        toPath: "\(path)/checkpoints/9999999999.json"
      )
      let run = try runCommand(["train", "--resume", path])
      #expect(run.exitCode == 0)
      #expect(run.errors.contains("as the file is named"))
      #expect(!run.errors.contains("resumed at game 160"))
      let lines = String(
        decoding: try bytes("\(path)/metrics.jsonl"),
        as: UTF8.self
      ).split(separator: "\n")
      #expect(lines.count { $0.contains("\"done\"") } == 1)
    }
  }
}
