import Checkpoints
import TestSupport
import Testing

@testable import Training

@Suite struct RunConfigTests {
  private let config = RunConfig(RunOptions(seed: 3, goal: .games))

  @Test func `a file reads as it was written`() throws {
    let bytes = config.bytes(version: "9")
    let read = try RunConfig(bytes: bytes, on: .ticTacToe)
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

  // Older programs had other defaults: the command of the same choices named
  // others.
  @Test(arguments: [
    "noughts train --seed 1 --games 200000 --actions sampled --entropy 0.2 "
      + "--final-entropy 0.002 --learning-rate 0.012",
    "noughts train --seed 1 --actions sampled",
  ])
  func `an older program's command of a run is its own`(old: String) throws {
    let command = "noughts train --seed 1 --negatives none"
    var config = RunConfig(
      RunOptions(seed: 1, recipe: PolicyGradient.Recipe().withoutNegatives)
    )
    #expect(config.command == command)
    config.command = old
    let read = try RunConfig(
      bytes: config.bytes(version: "0.1.0"),
      on: .ticTacToe
    )
    #expect(read.options == config.options && read.command == old)
    for command in [old, command] {
      try read.check(
        Provenance(
          command: command,
          method: "reinforce",
          seed: 1,
          effort: .games(1),
          version: "t"
        )
      )
    }
  }
}
