import Checkpoints
import Files
import Foundation
import TestSupport
import Testing

@testable import Training

@Suite struct RunFolderTests {
  private var options: RunOptions {
    var recipe = PolicyGradient.Recipe()
    recipe.hidden = 2
    recipe.games = 64
    recipe.negativeRounds = 1
    return RunOptions(seed: 3, goal: .games, recipe: recipe)
  }

  private func inFolder(_ body: (String) throws -> Void) throws {
    try inTemporaryFolder { try body("\($0)/new") }
  }

  private func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// Makes a finished run.
  private func finish(_ path: String) throws {
    let folder = RunFolder(path)
    let lock = try folder.create(options, version: "t")
    var run = TrainingRun(options)
    while !run.isDone { _ = try run.advance() }
    _ = try folder.save(run, version: "t")
    let line = Array("{\"games\": 64, \"done\": true}".utf8)
    try folder.finish(run, metrics: line, version: "t")
    withExtendedLifetime(lock) {}
  }

  @Test func `one at a time may write to a run`() throws {
    try inFolder { path in
      let lock = try RunFolder(path).create(options, version: "t")
      #expect { _ = try RunFolder(path).lock() } throws: { error in
        guard case RunFolder.Failure.busy(path, getpid()) = error else {
          return false
        }
        return true
      }
      _ = try RunFolder(path).load()
      withExtendedLifetime(lock) {}
    }
  }

  @Test func `a folder without a run gets no lock`() throws {
    try inFolder { path in
      try Folder(path).create()
      #expect(throws: RunFolder.Failure.self) { try RunFolder(path).lock() }
      #expect(try names(path) == [])
      #expect(throws: RunFolder.Failure.self) {
        try RunFolder(path + "/no").lock()
      }
    }
  }

  @Test(arguments: 0...4)
  func `a creation that was killed can be made again`(step: Int) throws {
    try inFolder { path in
      try Folder(path).create()
      if step > 0 { try write("", "\(path)/lock") }
      if step > 1 { try write("1\n", "\(path)/lock") }
      if step > 2 { try Folder("\(path)/checkpoints").create() }
      if step > 3 { try write("{", "\(path)/.config.json.tmp-1-1") }
      let lock = try RunFolder(path).create(options, version: "t")
      #expect(try names(path) == ["checkpoints", "config.json", "lock"])
      withExtendedLifetime(lock) {}
    }
  }

  @Test(arguments: ["notes.txt", "checkpoints/a.json", "config.json", "lock"])
  func `a folder with anything else in it stays as it is`(
    name: String
  ) throws {
    try inFolder { path in
      try Folder("\(path)/checkpoints").create()
      try write("mine", "\(path)/\(name)")
      let before = try names(path)
      #expect(throws: RunFolder.Failure.self) {
        try RunFolder(path).create(options, version: "t")
      }
      #expect(try names(path) == before)
    }
  }

  @Test func `a run is finished by its policy and not by a name`() throws {
    try inFolder { path in
      try finish("\(path)/a")
      let folder = RunFolder("\(path)/a")
      #expect(try folder.isFinished())
      let own = try Data(contentsOf: URL(filePath: folder.policyPath))
      try write("", folder.policyPath)
      #expect(try !folder.isFinished())
      #expect(try folder.load().damaged.count == 1)
      #expect(try folder.policy().damaged.count == 1)
      try FileManager.default.removeItem(atPath: folder.policyPath)
      #expect(try !folder.isFinished())
      #expect(try folder.policy().damaged.isEmpty)
      try Folder(folder.policyPath).create()
      #expect(throws: FileError.self) { try folder.isFinished() }
      try FileManager.default.removeItem(atPath: folder.policyPath)
      try own.write(to: URL(filePath: folder.policyPath))
      #expect(try folder.isFinished())
    }
  }

  @Test func `the policy of another run is never overwritten`() throws {
    try inFolder { path in
      var other = options
      other.seed = 4
      let folder = RunFolder(path)
      let lock = try folder.create(options, version: "t")
      try TrainingRun(other).policyFile(version: "t").write(folder.policyPath)
      #expect { try folder.isFinished() } throws: { error in
        guard case RunFolder.Failure.damaged(let path, _) = error else {
          return false
        }
        return path == folder.policyPath
      }
      withExtendedLifetime(lock) {}
    }
  }

  @Test func `a policy keeps the command of the program that began the run`()
    throws
  {
    try inFolder { path in
      let folder = RunFolder(path)
      let lock = try folder.create(options, version: "t")
      var config = RunConfig(options)
      config.command = "noughts train as it was written once"
      try Data(config.bytes(version: "0")).write(
        to: URL(filePath: "\(path)/config.json")
      )
      let run = TrainingRun(options)
      try folder.finish(run, metrics: Array("{}".utf8), version: "t")
      let file = try PolicyFile.read(folder.policyPath)
      #expect(file.provenance?.command == config.command)
      #expect(try folder.isFinished())
      withExtendedLifetime(lock) {}
    }
  }

  @Test func `where there is a policy, the last line of metrics is`() throws {
    try inFolder { path in
      let folder = RunFolder(path)
      let lock = try folder.create(options, version: "t")
      // No policy can be written here, as if killed just before.
      try Folder(folder.policyPath).create()
      let line = Array("{\"done\": true}".utf8)
      #expect(throws: FileError.self) {
        try folder.finish(TrainingRun(options), metrics: line, version: "t")
      }
      let metrics = try Data(
        contentsOf: URL(filePath: "\(path)/metrics.jsonl")
      )
      #expect(Array(metrics) == line + [0x0A])
      withExtendedLifetime(lock) {}
    }
  }

  @Test func `what a killed process left goes, and what lives stays`() throws {
    try inFolder { path in
      let lock = try RunFolder(path).create(options, version: "t")
      let dead = [
        ".policy.json.tmp-1-1", "checkpoints/.0000000016.json.tmp-1-2",
      ]
      for name in dead { try write("{", "\(path)/\(name)") }
      let alive = "\(path)/.config.json.tmp-1-3"
      let held = try FileLock(alive)
      _ = try RunFolder(path).prepare(toContinue: TrainingRun(options))
      for name in dead {
        #expect(!FileManager.default.fileExists(atPath: "\(path)/\(name)"))
      }
      #expect(FileManager.default.fileExists(atPath: alive))
      withExtendedLifetime((lock, held)) {}
    }
  }
}

@Suite struct RunFolderPoliciesTests {
  @Test func `a run remembers the policy of every checkpoint`() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "noughts-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = RunFolder(path)
    #expect(try folder.policies().isEmpty)
    var recipe = PolicyGradient.Recipe()
    recipe.hidden = 4
    recipe.games = 64
    recipe.negativeRounds = 1
    let options = RunOptions(
      seed: 1,
      goal: .games,
      recipe: recipe
    )
    _ = try folder.create(options, version: "t")
    var run = TrainingRun(options)
    let first = run.policy
    _ = try folder.save(run, version: "t")
    while !run.isDone { _ = try run.advance() }
    let saved = try folder.save(run, version: "t")
    let policies = try folder.policies()
    #expect(policies.map(\.done) == [0, 64])
    #expect(policies.map(\.policy) == [first, run.policy])
    try Data("{".utf8).write(to: URL(filePath: saved))
    #expect(throws: RunFolder.Failure.self) { try folder.policies() }
  }
}
