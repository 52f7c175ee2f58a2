import Checkpoints
import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Training

/// Runs on boards whose positions are not enumerated.
@Suite struct BigBoardTests {
  private func options(
    _ text: String, games: Int = 64, goal: Goal? = .games,
    _ change: (inout PolicyGradient.Recipe) -> Void = { _ in }
  ) throws -> RunOptions {
    var recipe = PolicyGradient.Recipe()
    recipe.hidden = 4
    recipe.games = games
    recipe.evaluateEvery = 64
    recipe.negativeRounds = 1
    recipe.negativeSteps = 2
    change(&recipe)
    return RunOptions(
      seed: 3, on: Board(try Rules(text)), goal: goal, recipe: recipe
    )
  }

  @Test(
    arguments: ["4x3:3", "5x4:3"],
    [(.sampled, .mean), (.sampled, .value), (.allActions, .value)]
      as [(PolicyGradient.Recipe.Estimator, PolicyGradient.Recipe.Baseline)]
  )
  func `a run resumes to the same bytes`(
    text: String,
    choices: (
      estimator: PolicyGradient.Recipe.Estimator,
      baseline: PolicyGradient.Recipe.Baseline
    )
  ) throws {
    let options = try options(text) {
      ($0.estimator, $0.baseline) = (choices.estimator, choices.baseline)
    }
    var whole = TrainingRun(options)
    var halves = TrainingRun(options)
    while !whole.isDone { _ = try whole.advance() }
    while halves.done < 48 { _ = try halves.advance() }
    halves = try TrainingRun(
      checkpoint: halves.checkpoint(version: "t"),
      on: Board(options.board.rules)
    )
    while !halves.isDone { _ = try halves.advance() }
    #expect(halves.checkpoint(version: "t") == whole.checkpoint(version: "t"))
    #expect(whole.unlearning?.rounds == 1)
    #expect((whole.unlearning?.refutations ?? 0) > 0)
  }

  @Test func `an evaluation walks, and its line is read back`() throws {
    var run = TrainingRun(try options("4x3:3"))
    while !run.isDone { _ = try run.advance() }
    let metrics = run.evaluation
    #expect(metrics.proof == nil && metrics.entropy == nil)
    #expect(metrics.verdict == .beatable)
    #expect((metrics.walked ?? 0) > 0)
    let read = try #require(
      MetricsEntry(
        metrics.line(seconds: 1)[...], unit: "games", on: run.options.board
      )?.figures
    )
    #expect(read.walked == metrics.walked && read.verdict == metrics.verdict)
    #expect(read.nashConv == nil && read.blunders == nil)
  }

  @Test func `where X wins, a proof is that it always does`() throws {
    var run = TrainingRun(
      try options("3x3:2", games: 20_000, goal: nil) {
        $0.evaluateEvery = 64
        $0.negativeRounds = 12
        $0.negativeSteps = 10
      }
    )
    #expect(run.options.goal == .unbeatable)
    while !run.isDone { _ = try run.advance() }
    #expect(run.hasReachedGoal)
    #expect(run.evaluation.verdict == .keepsValue)
    let board = run.options.board
    let report = PolicyReport(of: TemperedPolicy(run.policy), on: board)
    #expect(report.verdict >= .keepsValue)
  }

  @Test func `without a game, refutations alone teach what is proven`() throws {
    func options(negatives: PolicyGradient.Recipe.Negatives) throws
      -> RunOptions
    {
      try self.options("4x3:4", games: 0, goal: nil) {
        $0.hidden = 8
        $0.baseline = .value
        $0.negatives = negatives
        $0.negativeFloor = 0.05
        $0.negativeLearningRate = 0.002
        $0.negativeRounds = 60
        $0.negativeSteps = 60
      }
    }
    var run = TrainingRun(try options(negatives: .all))
    var rounds = 0
    let start = run.checkpoint(version: "t")
    #expect(try run.advance { _, _ in false } == nil)
    #expect(!run.isDone && run.checkpoint(version: "t") == start)
    let metrics = try #require(
      try run.advance { _, _ in
        rounds += 1
        return true
      }
    )
    #expect(run.isDone && run.done == 0 && run.hasReachedGoal)
    #expect(metrics.verdict == .unbeatable)
    #expect(rounds > 1 && rounds == run.unlearning?.rounds)
    #expect(run.unlearning?.hindsight == 0)
    let read = try TrainingRun(
      checkpoint: run.checkpoint(version: "t"), on: run.options.board
    )
    #expect(read.isDone && read.policy == run.policy)
    #expect(try options(negatives: .hindsight).conflict?.option == "games")
  }

  @Test func `the command and the file name the board`() throws {
    let options = try options("4x4")
    #expect(options.command.contains("--seed 3 --board 4x4:4 --until games"))
    let bytes = RunConfig(options).bytes(version: "t")
    #expect(try RunConfig.rules(bytes: bytes) == options.board.rules)
    let read = try RunConfig(bytes: bytes, on: options.board)
    #expect(read.options == options)
    #expect(throws: JSONError.self) {
      _ = try RunConfig(bytes: bytes, on: .ticTacToe)
    }
    let old = RunConfig(RunOptions(seed: 1, on: .ticTacToe))
      .bytes(version: "t")
    #expect(!String(decoding: old, as: UTF8.self).contains("board"))
    #expect(try RunConfig.rules(bytes: old) == .ticTacToe)
  }

  @Test func `what lists every position is refused`() throws {
    #expect(try options("4x4").conflict == nil)
    #expect(try options("5x4", goal: .perfect).conflict?.option == "until")
    let table = try options("4x4") { $0.model = .table }
    #expect(table.conflict?.option == "policy")
    let exploiter = try options("4x4") { $0.exploiter = 0.5 }
    #expect(exploiter.conflict?.option == "exploiter")
    #expect(try options("7x7:5").conflict?.option == "board")
    let clone = RunOptions(
      seed: 1, on: Board(try Rules("4x4")), recipe: Imitation.Recipe()
    )
    #expect(clone.conflict?.option == "board")
  }
}
