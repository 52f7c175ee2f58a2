import Checkpoints
import Files
import Numbers
import Players
import Training

/// The opponent if the command line names none.
enum DefaultOpponent {
  static let path = "Policies/champion.json"

  /// The operand that may name another.
  static let operand = OperandSpecification(
    "POLICY",
    count: 0...1,
    help: PolicyOperand.help + " Default: the champion.",
    words: PolicyOperand.words,
    folder: PolicyOperand.folder
  )

  /// The policy named, or the default.
  static func policy(
    _ arguments: Arguments,
    _ console: Console
  ) throws -> any Policy {
    guard let name = arguments.operands.first else {
      return try policy(console)
    }
    return try PolicyOperand.policy(named: name, console)
  }

  /// The champion, or a policy trained now if its file is missing.
  private static func policy(_ console: Console) throws -> any Policy {
    do {
      _ = try DurableFile(path).read(limit: PolicyFile.largest)
    } catch {
      guard error.isMissing else { throw error }
      return try trained(console)
    }
    return try PolicyOperand.policy(named: path, console)
  }

  private static func trained(_ console: Console) throws -> any Policy {
    console.note("no \(path) here: training one on the spot")
    var run = TrainingRun(RunOptions(seed: 1, goal: .unbeatable))
    while !run.isDone { _ = try run.advance() }
    let games = NumberFormat.grouped(run.done)
    console.note(
      run.hasReachedGoal
        ? "trained; unbeatable after \(games) games"
        : "trained for \(games) games; it can be beaten"
    )
    return run.policy
  }
}
