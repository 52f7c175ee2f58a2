import Foundation
import TestSupport
import Testing

@Suite struct ConsoleDamageTests {
  private let newest = "checkpoints/0000000800.json"

  /// Makes a run that lacks its policy; returns the policy.
  private func unfinished(_ run: String) throws -> Data? {
    try makeSmallRun(run)
    let policy = try contents(ofFolder: run)["policy.json"]
    try FileManager.default.removeItem(atPath: "\(run)/policy.json")
    return policy
  }

  @Test func `a quiet run warns of a damaged checkpoint, once`() throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      let policy = try unfinished(run)
      try write("{", to: "\(run)/\(newest)")
      let result = try runCommand("train", "--resume", run, "--quiet")
      #expect(result.exitCode == 0)
      #expect(result.errors.hasPrefix("warning: \(run)/\(newest): "))
      #expect(
        result.errors.hasSuffix("; continuing from the checkpoint before it\n")
      )
      #expect(result.errors.split(separator: "\n").count == 1)
      #expect(try contents(ofFolder: run)["policy.json"] == policy)
    }
  }

  @Test func `without damage a quiet run says nothing`() throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      _ = try unfinished(run)
      let result = try runCommand("train", "--resume", run, "--quiet")
      #expect(result.exitCode == 0)
      #expect(result.errors == "")
    }
  }

  @Test(arguments: [
    ["evaluate"], ["play", "--quiet"], ["evaluate", "--json"],
  ])
  func `who reads a run is warned of a damaged checkpoint`(
    command: [String]
  ) throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      _ = try unfinished(run)
      #expect(!(try runCommand(command + [run]).errors.contains("warning")))
      try write("{", to: "\(run)/\(newest)")
      let before = try contents(ofFolder: run)
      let result = try runCommand(command + [run])
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(result.errors.hasPrefix("warning: \(run)/\(newest): "))
      #expect(!result.output.contains("warning"))
      #expect(try contents(ofFolder: run) == before)
    }
  }

  @Test func `a damaged policy is made again from the checkpoint`() throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      let policy = try unfinished(run)
      try write("{", to: "\(run)/policy.json")
      let warning = "warning: \(run)/policy.json: "
      #expect(try runCommand("evaluate", run).errors.hasPrefix(warning))
      let result = try runCommand("train", "--resume", run, "--quiet")
      #expect(result.exitCode == 0)
      #expect(result.errors.hasPrefix(warning))
      #expect(try contents(ofFolder: run)["policy.json"] == policy)
    }
  }
}
