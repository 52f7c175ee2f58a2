import Checkpoints
import Evaluation
import Files
import Numbers
import Players
import TicTacToe
import Training

/// The opponent if the command line names none.
enum DefaultOpponent {
  static let path = "Policies/champion.json"

  /// The operand that may name another opponent.
  static let operand = OperandSpecification(
    "POLICY", count: 0...1,
    help: PolicyOperand.help + " Default: the champion.",
    words: PolicyOperand.words, folder: PolicyOperand.folder
  )

  static func policy(
    _ arguments: Arguments, on board: Board, _ console: Console
  ) throws -> any Policy {
    guard let name = arguments.operands.first else {
      guard board.scope == .graph else {
        console.note("no champion for \(board.rules.name): level:medium plays")
        return Level.medium.policy(on: board)
      }
      return try policy(on: board, console)
    }
    return try PolicyOperand.policy(named: name, on: board, console)
  }

  /// The champion, or a policy trained now if its file is missing.
  private static func policy(
    on board: Board, _ console: Console
  ) throws -> any Policy {
    do {
      _ = try DurableFile(path).read(limit: PolicyFile.largest)
    } catch {
      guard error.isMissing else { throw error }
      return try trained(on: board, console)
    }
    return try PolicyOperand.policy(named: path, on: board, console)
  }

  private static func trained(
    on board: Board, _ console: Console
  ) throws -> any Policy {
    console.note("no \(path) here: training one on the spot")
    var run = TrainingRun(RunOptions(seed: 1, on: board, goal: .unbeatable))
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
