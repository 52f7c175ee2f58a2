import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct RunListTests {
  @Test func `runs are listed with what they reached, the newest first`() throws
  {
    try withShownRuns { folder in
      let list = outputLines(try runShow("show", in: folder))
      #expect(list[0].hasPrefix("run     state  verdict"))
      #expect(list[1].hasPrefix("runs/b  done "))
      #expect(list[1].contains("40 steps"))
      #expect(list[2].hasPrefix("runs/a  done "))
      #expect(list[2].contains("800 games"))
      try FileManager.default.removeItem(atPath: "\(folder)/runs/a/policy.json")
      #expect(
        outputLines(try runShow("show", in: folder))[2].contains("stopped")
      )
      try write("{", to: "\(folder)/runs/b/config.json")
      let damaged = try runShow("show", in: folder)
      #expect(damaged.exitCode == 0)
      #expect(damaged.errors.hasPrefix("warning: runs/b/config.json"))
      #expect(outputLines(damaged).count == 3)
    }
  }

  @Test func `a run that another process trains is running`() throws {
    try inTemporaryFolder { folder in
      let path = "\(folder)/runs/long"
      let training = try RunningCommand(
        ["train", path, "--hidden", "4", "--evaluate-every", "16"] + endlessRun
      )
      waitForFile("\(path)/metrics.jsonl")
      let list = try runShow("show", in: folder)
      #expect(outputLines(list)[1].hasPrefix("runs/long  running"))
      training.send(SIGKILL)
      _ = training.finish()
      #expect(try runShow("show", in: folder).output.contains("stopped"))
    }
  }

  @Test func `states are colored on a terminal alone`() throws {
    try withShownRuns { folder in
      let plain = try runShow("show", in: folder)
      #expect(!plain.output.contains("\u{1b}"))
      let colored = try runShow("show", in: folder, terminal: true)
      #expect(colored.output.contains("\u{1b}[32mdone"))
    }
  }
}
