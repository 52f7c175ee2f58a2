import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct NoughtsSignalsTests {
  // A run without end, stopped by signals once it has a checkpoint.
  private func stopped(by signals: [Int32]) throws -> (
    CommandResult, resumed: CommandResult
  ) {
    try inTemporaryFolder { folder in
      let run = "\(folder)/run"
      let training = try RunningCommand(
        ["train", run] + endlessRun.dropLast() + ["--hidden", "4"]
      )
      let deadline = ContinuousClock.now + .seconds(20)
      while ContinuousClock.now < deadline,
        try contents(ofFolder: folder).keys.allSatisfy({
          !$0.hasPrefix("run/checkpoints/") || $0.contains("tmp")
        })
      {
        usleep(2_000)
      }
      for signal in signals {
        training.send(signal)
        usleep(2_000)
      }
      let result = training.finish(timeout: .seconds(60))
      #expect(!result.isTimedOut)
      // It goes on from there, until it is stopped again.
      let again = try RunningCommand(["train", "--resume", run])
      Thread.sleep(forTimeInterval: 0.5)
      again.send(SIGINT)
      return (result, again.finish(timeout: .seconds(60)))
    }
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func `a stopped run is saved and says how to go on`(
    signal: Int32,
    code: Int32
  ) throws {
    let (result, resumed) = try stopped(by: [signal])
    #expect(result.exitCode == code)
    #expect(result.errors.contains("saved   "))
    #expect(result.errors.contains("resume  noughts train --resume "))
    #expect(resumed.exitCode == 130)
  }

  @Test func `stopped twice it leaves at once, and still can be resumed`()
    throws
  {
    // Both wait for it to go on, so that nothing is done between them.
    let signals = [SIGSTOP, SIGINT, SIGTERM, SIGCONT]
    let (result, resumed) = try stopped(by: signals)
    #expect([130, 143].contains(result.exitCode))
    #expect(!result.errors.contains("saved"))
    #expect(resumed.exitCode == 130)
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func `play at a prompt ends by a signal`(
    signal: Int32,
    code: Int32
  ) throws {
    let playing = try RunningCommand(
      ["play", "first"],
      streams: .terminal(input: "5\n")
    )
    Thread.sleep(forTimeInterval: 1)
    playing.send(signal)
    let result = playing.finish(timeout: .seconds(60))
    #expect(!result.isTimedOut)
    #expect(result.exitCode == code)
    #expect(result.output.hasSuffix("\r\n"))
  }

  @Test func `a run whose reader has left trains on`() throws {
    try inTemporaryFolder { folder in
      let run = "\(folder)/run"
      let result = try runCommand(
        ["train", run] + smallRun + ["--json"],
        streams: .closedPipe
      )
      #expect(result.exitCode == 0)
      #expect(result.errors == "")
      #expect(FileManager.default.fileExists(atPath: "\(run)/policy.json"))
    }
  }
}
