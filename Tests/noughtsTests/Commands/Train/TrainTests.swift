import Foundation
import Testing

@Suite struct TrainTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "noughts-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder,
      withIntermediateDirectories: true
    )
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: path))
  }

  private let small = [
    "--hidden", "4", "--games", "800", "--until", "games",
    "--evaluate-every", "256", "--checkpoint-every", "160", "--quiet",
  ]

  @Test func `a run resumed at any checkpoint writes the same policy`() throws {
    try inFolder { folder in
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
    try inFolder { folder in
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
    try inFolder { folder in
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
    try inFolder { folder in
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
    try inFolder { folder in
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
}
