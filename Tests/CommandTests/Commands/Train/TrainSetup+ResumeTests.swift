import Foundation
import TestSupport
import Testing

@Suite struct TrainSetupResumeTests {
  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: path))
  }

  @Test func `a run resumed at any checkpoint writes the same policy`() throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      let first = try runCommand(["train", run] + smallRun)
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
      let options =
        briefRounds + [
          "--hidden", "4", "--games", "6000", "--until", "games",
          "--seed", "5",
        ]
      let whole = try runCommand(
        ["train", "\(folder)/a", "--quiet"] + options
      )
      #expect(whole.exitCode == 0)
      let running = try RunningCommand(["train", "\(folder)/b"] + options)
      waitForFile("\(folder)/b/config.json")
      running.send(SIGINT)
      let stopped = running.finish(timeout: .seconds(60))
      #expect(stopped.exitCode == 130)
      #expect(stopped.errors.contains("noughts train --resume \(folder)/b"))
      #expect(try contents(ofFolder: "\(folder)/b/checkpoints").count == 1)
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
      try makeSmallRun(run)
      let files = try contents(ofFolder: run)
      let again = try runCommand(["train", run] + smallRun)
      #expect(again.exitCode == 73)
      #expect(again.errors.contains("--resume"))
      let resumed = try runCommand(["train", "--resume", run])
      #expect(resumed.exitCode == 0)
      #expect(resumed.errors.contains("is finished"))
      #expect(try contents(ofFolder: run) == files)
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
      try makeSmallRun(run)
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

  @Test func `a checkpoint of another run is passed over`() throws {
    try inTemporaryFolder { folder in
      try makeSmallRun("\(folder)/a")
      try makeSmallRun("\(folder)/b", seed: 2)
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
      try makeSmallRun(path)
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
      try makeSmallRun(path)
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
