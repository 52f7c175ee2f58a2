import Checkpoints
import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe
import Training

@Suite struct TrainingRunTests {
  private func options(
    _ change: (inout PolicyGradient.Recipe) -> Void = { _ in }
  ) -> RunOptions {
    var recipe = PolicyGradient.Recipe()
    recipe.hidden = 6
    recipe.games = 400
    recipe.evaluateEvery = 160
    (recipe.negativeRounds, recipe.negativeSteps) = (1, 1)
    change(&recipe)
    return RunOptions(seed: 3, goal: .games, recipe: recipe)
  }

  @Test(
    arguments: [
      { (_: inout PolicyGradient.Recipe) in }, { $0.model = .table },
      { $0.epochs = 3 },
      { $0.optimizer = .sgd }, { $0.isCanonical = false },
      { $0.estimator = .allActions }, { $0.negatives = .refutations },
      { $0.negativeLoss = .ascent },
      {
        $0.negatives = .none
        $0.baseline = .none
        $0.rewards = .positive
      },
      {
        $0.exploiter = 0.5
        $0.estimator = .allActions
        $0.negatives = .none
      },
      {
        $0.exploiter = 1
        $0.negatives = .hindsight
      },
      {
        $0.negatives = .hindsight
        $0.negativeLoss = .reward
      },
    ] as [@Sendable (inout PolicyGradient.Recipe) -> Void]
  )
  func `a run saved and continued at any update is the same run`(
    change: @Sendable (inout PolicyGradient.Recipe) -> Void
  ) throws {
    // Saved between a best response and the next, with and without an
    // evaluation before.
    var run = TrainingRun(
      options {
        ($0.games, $0.evaluateEvery) = (96, 48)
        change(&$0)
      }
    )
    let end = try finished(run).checkpoint(version: "t")
    for update in 0...4 {
      if [1, 4].contains(update) {
        let bytes = run.checkpoint(version: "t")
        let resumed = try TrainingRun(checkpoint: bytes)
        #expect(resumed.checkpoint(version: "t") == bytes)
        #expect(try finished(resumed).checkpoint(version: "t") == end)
      }
      _ = try run.advance()
    }
  }

  @Test func `evaluations come where they are due`() throws {
    var run = TrainingRun(options())
    var games: [Int] = []
    while !run.isDone {
      if let m = try run.advance() { games.append(m.effort.count) }
    }
    #expect(games == [160, 320, 400])
  }

  @Test func `the command names what differs from the defaults`() {
    #expect(RunOptions(seed: 1).command == "noughts train --seed 1")
    #expect(
      options { $0.entropy = 0.1 }.command
        == "noughts train --seed 3 --until games --hidden 6 --games 400 "
        + "--entropy 0.1 --negative-steps 1 --negative-rounds 1 "
        + "--evaluate-every 160"
    )
  }

  @Test func `every truncated checkpoint is refused`() {
    let bytes = TrainingRun(options { $0.hidden = 1 }).checkpoint(version: "t")
    for count in stride(from: 0, to: bytes.count - 1, by: 7) {
      #expect(throws: JSONError.self) {
        _ = try TrainingRun(checkpoint: Array(bytes.prefix(count)))
      }
    }
  }
}

@Suite struct NegativeExamplesRunTests {
  @Test(
    arguments: [
      { (_: inout NegativeExamples.Recipe) in }, { $0.model = .table },
      { $0.loss = .reward }, { $0.source = .hindsight },
      { $0.optimizer = .sgd }, { $0.isCanonical = false },
      {
        $0.head = .sigmoid
        $0.cost = .quadratic
      },
    ] as [@Sendable (inout NegativeExamples.Recipe) -> Void]
  )
  func `a run saved and continued at any step is the same run`(
    change: @Sendable (inout NegativeExamples.Recipe) -> Void
  ) throws {
    var recipe = NegativeExamples.Recipe()
    recipe.hidden = 6
    recipe.batch = 8
    recipe.steps = 20
    recipe.evaluateEvery = 10
    recipe.hindsightGames = 200
    change(&recipe)
    try expectResumable(
      RunOptions(seed: 3, goal: .steps, recipe: recipe)
    )
  }
}

@Suite struct ImitationRunTests {
  @Test(
    arguments: [
      { (_: inout Imitation.Recipe) in }, { $0.model = .table },
      { $0.target = .smoothed }, { $0.fraction = 0.9 },
      { $0.optimizer = .sgd }, { $0.isCanonical = false },
      {
        $0.head = .sigmoid
        $0.cost = .quadratic
      },
    ] as [@Sendable (inout Imitation.Recipe) -> Void],
    [false, true]
  )
  func `a run saved and continued at any step is the same run`(
    change: @Sendable (inout Imitation.Recipe) -> Void,
    isWatching: Bool
  ) throws {
    var recipe = Imitation.Recipe()
    recipe.hidden = 6
    recipe.batch = 8
    recipe.steps = 20
    recipe.evaluateEvery = 10
    change(&recipe)
    var moves = Demonstrations()
    let game = [0, 4, 8, 2, 6, 3, 7].map { Square($0) }
    moves.record(game)
    moves.record(game, after: [], of: .o)
    try expectResumable(
      RunOptions(
        seed: 3,
        goal: .steps,
        recipe: recipe,
        watched: isWatching
          ? .init(name: "games.jsonl", player: nil, moves: moves) : nil
      )
    )
  }

  @Test func `a student saved and continued is the same run`() throws {
    var recipe = Imitation.Recipe()
    (recipe.hidden, recipe.batch, recipe.steps) = (6, 8, 20)
    (recipe.target, recipe.evaluateEvery) = (.soft, 20)
    let options = RunOptions(
      seed: 3,
      goal: .steps,
      recipe: recipe,
      watched: .init(
        teacher: UniformPolicy.perfect,
        name: "perfect",
        on: .ticTacToe
      )
    )
    #expect(options.command.contains("--teacher perfect"))
    try expectResumable(options)
  }
}

@Suite struct GAILRunTests {
  @Test(
    arguments: [
      { (_: inout GAIL.Recipe) in }, { $0.moves = .drawn },
      { $0.isCanonical = false },
      {
        ($0.discriminatorSteps, $0.penalty) = (3, 0)
        $0.discriminatorRate = 0.01
      },
    ] as [@Sendable (inout GAIL.Recipe) -> Void],
    [false, true]
  )
  func `a run saved and continued at any step is the same run`(
    change: @Sendable (inout GAIL.Recipe) -> Void,
    isWatching: Bool
  ) throws {
    var recipe = GAIL.Recipe()
    (recipe.hidden, recipe.batch, recipe.steps) = (6, 8, 20)
    recipe.evaluateEvery = 10
    change(&recipe)
    var moves = Demonstrations()
    moves.record([0, 4, 8, 2, 6, 3, 7].map { Square($0) })
    try expectResumable(
      RunOptions(
        seed: 3,
        goal: .steps,
        recipe: recipe,
        watched: isWatching
          ? .init(name: "games.jsonl", player: nil, moves: moves) : nil
      )
    )
  }
}

// A run of 20 steps ends with the same bytes wherever it was stopped.
private func expectResumable(_ options: RunOptions) throws {
  var run = TrainingRun(options)
  var end = run
  while !end.isDone { _ = try end.advance() }
  for step in 0...13 {
    // Before and after an evaluation.
    if [4, 13].contains(step) {
      let bytes = run.checkpoint(version: "t")
      var resumed = try TrainingRun(checkpoint: bytes)
      #expect(resumed.options == options)
      #expect(resumed.checkpoint(version: "t") == bytes)
      while !resumed.isDone { _ = try resumed.advance() }
      #expect(
        resumed.checkpoint(version: "t") == end.checkpoint(version: "t")
      )
    }
    _ = try run.advance()
  }
}
