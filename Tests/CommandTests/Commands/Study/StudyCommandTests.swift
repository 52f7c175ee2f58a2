import Foundation
import TestSupport
import Testing

@Suite struct StudyCommandTests {
  @Test func `a quick study writes its tables and pictures`() throws {
    try inTemporaryFolder { folder in
      let out = "\(folder)/h"
      let run = try runCommand([
        "study", "hunger", "--quick", "--seeds", "1", "--seed", "3",
        "--out", out,
      ])
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.output.contains("Can the sign of a reward"))
      #expect(!run.output.contains("nan") && !run.output.contains("inf"))
      #expect(!run.errors.contains("\r") && !run.errors.contains("\u{1b}"))
      let files = try FileManager.default.contentsOfDirectory(atPath: out)
      #expect(
        Set(files)
          == [
            "parts", "places.svg", "results.csv", "study.txt", "summary.csv",
          ]
      )
      let results = try String(
        contentsOfFile: "\(out)/results.csv",
        encoding: .utf8
      )
      #expect(results.split(separator: "\n").count == 3)
      let other = try runCommand([
        "study", "hunger", "--quick", "--seeds", "2", "--out", out,
      ])
      #expect(other.exitCode == 73)
      #expect(other.errors.contains("another study"))
    }
  }

  @Test func `a part leaves the rest to others`() throws {
    try inTemporaryFolder { folder in
      let run = try runCommand([
        "study", "hunger", "--quick", "--seeds", "1", "--out", folder,
        "--shard", "2/2",
      ])
      #expect(run.exitCode == 0 && run.output.isEmpty)
      #expect(run.errors.contains("1 of 2 are left to other shards"))
    }
  }

  @Test(
    arguments: [
      (["nosuch"], "unknown study 'nosuch'"),
      (["mechanism", "--shard", "3/2"], "--shard: '3/2' is not a part"),
      (["mechanism", "--shard", "0/2"], "--shard: '0/2' is not a part"),
      (["mechanism", "--seeds", "0"], "--seeds"),
    ]
  )
  func `a bad command line is refused`(
    arguments: [String],
    message: String
  ) throws {
    let run = try runCommand(["study"] + arguments)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
