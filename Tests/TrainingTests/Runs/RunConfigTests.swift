import Checkpoints
import Testing

@testable import Training

@Suite struct RunConfigTests {
  private let config = RunConfig(RunOptions(seed: 3, goal: .games))

  @Test func `a file reads as it was written`() throws {
    let bytes = config.bytes(version: "9")
    let read = try RunConfig(bytes: bytes)
    #expect(read.options == config.options)
    #expect(read.command == "noughts train --seed 3 --until games")
    #expect(read.bytes(version: "9") == bytes)
  }

  @Test func `a policy of another run is told from its own`() throws {
    let run = TrainingRun(config.options)
    let own = run.policyFile(version: "8").provenance
    try config.check(own)
    var other = config
    other.options.seed = 4
    // What an earlier program called the same command counts as well.
    try other.check(own)
    other.command = other.options.command
    #expect(throws: JSONError.self) { try other.check(own) }
    #expect(throws: JSONError.self) { try config.check(nil) }
  }
}
