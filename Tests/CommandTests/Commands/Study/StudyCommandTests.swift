import Foundation
import TestSupport
import Testing

@Suite struct StudyCommandTests {
  @Test func `a quick study writes its tables and pictures`() throws {
    try inTemporaryFolder { folder in
      let out = "\(folder)/m"
      let run = try runCommand([
        "study", "mechanism", "--quick", "--seeds", "1", "--seed", "3",
        "--out", out,
      ])
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.output.contains("Why does ascent fail"))
      #expect(!run.output.contains("nan") && !run.output.contains("inf"))
      #expect(!run.errors.contains("\r") && !run.errors.contains("\u{1b}"))
      let files = try FileManager.default.contentsOfDirectory(atPath: out)
      #expect(
        Set(files)
          == [
            "gradients.svg", "logits.svg", "parts", "results.csv", "study.txt",
            "summary.csv",
          ]
      )
      let results = try String(
        contentsOfFile: "\(out)/results.csv",
        encoding: .utf8
      )
      #expect(results.split(separator: "\n").count == 4)
      let other = try runCommand([
        "study", "mechanism", "--quick", "--seeds", "2", "--out", out,
      ])
      #expect(other.exitCode == 73)
      #expect(other.errors.contains("another study"))
    }
  }

  @Test func `a part leaves the rest to others`() throws {
    try inTemporaryFolder { folder in
      let run = try runCommand([
        "study", "mechanism", "--quick", "--seeds", "1", "--out", folder,
        "--shard", "2/3",
      ])
      #expect(run.exitCode == 0 && run.output.isEmpty)
      #expect(run.errors.contains("2 of 3 are left to other shards"))
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
