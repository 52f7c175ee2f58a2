import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct TrainSessionTests {
  private func metrics(_ run: String) throws -> [[String: Any]] {
    let text = try String(
      contentsOfFile: "\(run)/metrics.jsonl",
      encoding: .utf8
    )
    return try text.split(separator: "\n").map {
      try #require(
        try JSONSerialization.jsonObject(with: Data($0.utf8))
          as? [String: Any]
      )
    }
  }

  @Test func `killed at any moment, a resumed run is the same`() throws {
    try inTemporaryFolder { folder in
      let options =
        briefRounds + [
          "--hidden", "8", "--games", "800", "--until", "games",
          "--evaluate-every", "256",
        ]
      let how = ["--checkpoint-every", "16", "--quiet"]
      _ = try runCommand(["train", "\(folder)/whole"] + options + how)
      let whole = try contents(ofFolder: "\(folder)/whole")
      let run = "\(folder)/killed"
      for step in 0..<8 {
        let hasRun = FileManager.default
          .fileExists(atPath: "\(run)/config.json")
        let words = hasRun ? ["--resume", run] : [run] + options
        let training = try RunningCommand(["train"] + words + how)
        usleep(UInt32(5_000 + step * 59_387 % 200_000))
        training.send(SIGKILL)
        let result = training.finish()
        #expect(result.errors == "")
        if result.exitCode == 0 { break }
      }
      // On a busy machine every kill may have come before there was a run.
      let hasRun = FileManager.default
        .fileExists(atPath: "\(run)/config.json")
      let words = hasRun ? ["--resume", run] : [run] + options
      let last = try runCommand(["train"] + words + how)
      #expect(last.exitCode == 0)
      let killed = try contents(ofFolder: run)
      #expect(killed["policy.json"] == whole["policy.json"])
      #expect(Set(killed.keys) == Set(whole.keys), "no leftovers, none lost")
      #expect(
        try metrics(run).map { $0["games"] as? Int }
          == metrics("\(folder)/whole").map { $0["games"] as? Int }
      )
    }
  }

  @Test(arguments: [true, false])
  func `killed near the end, the last line is there once`(
    hasLine: Bool
  ) throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      try makeSmallRun(run)
      let whole = try contents(ofFolder: run)
      let lines = try metrics(run).count
      try FileManager.default.removeItem(atPath: "\(run)/policy.json")
      if !hasLine {
        let text = try String(
          contentsOfFile: "\(run)/metrics.jsonl",
          encoding: .utf8
        ).split(separator: "\n").dropLast().joined(separator: "\n")
        try write(text + "\n", to: "\(run)/metrics.jsonl")
      }
      #expect(try runCommand("train", "--resume", run).exitCode == 0)
      #expect(
        try contents(ofFolder: run)["policy.json"] == whole["policy.json"]
      )
      #expect(try metrics(run).count == lines)
      #expect(try metrics(run).map { $0["done"] as? Bool }.last == true)
    }
  }

  @Test func `the seconds of a resumed run go on`() throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/a"
      try makeSmallRun(run)
      try FileManager.default.removeItem(atPath: "\(run)/policy.json")
      try write(
        "{\"games\": 256, \"seconds\": 1000.5}\n",
        to: "\(run)/metrics.jsonl"
      )
      #expect(try runCommand("train", "--resume", run).exitCode == 0)
      let seconds = try #require(try metrics(run).last?["seconds"] as? Double)
      #expect(seconds >= 1000.5 && seconds < 1100)
    }
  }
}
