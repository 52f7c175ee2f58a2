import Checkpoints
import Evaluation
import Files
import Foundation
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Training

// The default: self-play, an exact judgment, and what it shows unlearned.
@Suite struct TrainingRunLoopTests {
  private func run(
    _ goal: Goal = .games, seed: UInt64 = 1,
    _ change: (inout PolicyGradient.Recipe) -> Void = { _ in }
  ) -> TrainingRun {
    var recipe = PolicyGradient.Recipe()
    (recipe.hidden, recipe.games, recipe.evaluateEvery) = (8, 64, 32)
    (recipe.negativeRounds, recipe.negativeSteps) = (2, 2)
    change(&recipe)
    return TrainingRun(RunOptions(seed: seed, goal: goal, recipe: recipe))
  }

  @Test(
    arguments: [
      (Goal.unbeatable, 1), (.perfect, 4),
    ] as [(Goal, UInt64)])
  func `the default schedule reaches the proof long before its end`(
    goal: Goal, seed: UInt64
  ) throws {
    let end = try finished(
      run(goal, seed: seed) {
        $0 = PolicyGradient.Recipe()
        $0.hidden = 32
      }
    )
    #expect(end.hasReachedGoal && end.done < end.options.recipe.budget / 10)
    let report = PolicyReport(of: TemperedPolicy(end.policy))
    let least: Verdict = goal == .perfect ? .perfect : .unbeatable
    #expect(report.verdict >= least)
    #expect(end.milestones[goal].first == end.done)
    let unlearning = try #require(end.unlearning)
    #expect(unlearning.hindsight > 0 && unlearning.steps > 0)
  }

  @Test func `a run saved and continued at any turn is the same run`() throws {
    var run = run()
    let end = try finished(run)
    #expect(try #require(end.unlearning).steps > 0)
    let bytes = end.checkpoint(version: "t")
    var (turns, corrected) = (0, 0)
    while true {
      let saved = run.checkpoint(version: "t")
      let resumed = try TrainingRun(checkpoint: saved)
      #expect(resumed.unlearning == run.unlearning)
      #expect(resumed.checkpoint(version: "t") == saved)
      #expect(try finished(resumed).checkpoint(version: "t") == bytes)
      if run.isDone { break }
      let before = run.unlearning?.steps
      _ = try run.advance()
      turns += 1
      corrected += run.unlearning?.steps != before ? 1 : 0
    }
    #expect(turns == 4 && corrected == 2)
    #expect(run.checkpoint(version: "t") == bytes)
  }

  // Another turn of the loop with nothing but its parts.
  @Test func `a judgment unlearns what it shows, and is made anew`() throws {
    var run = run()
    while run.done < 16 { _ = try run.advance() }
    var learner = run.learner
    try learner.update()
    var expected = try #require(run.unlearning)
    expected.hindsight += learner.hindsightMoves
    for round in 0..<2 {
      let before = PolicyTable(of: learner.policy, in: Board.ticTacToe.classes)
      let moves = BadMoves(
        of: before, on: .ticTacToe, from: Set(BadMoves.Source.allCases)
      )
      let steps = try learner.unlearn(moves, round: round)
      let after = PolicyTable(of: learner.policy, in: Board.ticTacToe.classes)
      expected.count(
        moves, steps: steps,
        broken: Blunders.count(of: after, notOf: before, on: .ticTacToe)
      )
    }
    let metrics = try #require(try run.advance())
    #expect(run.done == 32)
    #expect(run.policy == learner.policy)
    #expect(run.unlearning == expected && metrics.unlearning == expected)
    let table = PolicyTable(judging: learner.policy, on: .ticTacToe)
    #expect(metrics.proof == Proof(of: table))
  }

  @Test func `unlearning moves are drawn anew in every round`() throws {
    let run = run()
    var learner = run.learner
    try learner.update()
    let moves = BadMoves(
      of: PolicyTable(of: learner.policy), on: .ticTacToe,
      from: [.refutations]
    )
    var (one, other) = (learner, learner)
    _ = try one.unlearn(moves, round: 0)
    _ = try other.unlearn(moves, round: 1)
    #expect(one.policy != other.policy)
    _ = try learner.unlearn(moves, round: 0)
    #expect(learner.policy == one.policy)
  }

  @Test func `for a proof that none can beat it no solution is asked`() throws {
    let end = try finished(run(.unbeatable))
    let unlearning = try #require(end.unlearning)
    #expect(unlearning.refutations > 0 && unlearning.blunders == 0)
    let all = try finished(run())
    #expect(try #require(all.unlearning).blunders > 0)
  }

  @Test(
    arguments: [
      (.none, false, false), (.hindsight, true, false),
      (.refutations, false, true), (.all, true, true),
    ] as [(PolicyGradient.Recipe.Negatives, Bool, Bool)]
  )
  func `only the sources that are asked name bad moves`(
    negatives: PolicyGradient.Recipe.Negatives, byHindsight: Bool,
    bySearch: Bool
  ) throws {
    let end = try finished(run { $0.negatives = negatives })
    guard negatives != .none else {
      #expect(end.unlearning == nil && end.evaluation.unlearning == nil)
      return
    }
    let unlearning = try #require(end.unlearning)
    #expect((unlearning.hindsight > 0) == byHindsight)
    #expect((unlearning.refutations > 0) == bySearch)
    #expect((unlearning.blunders > 0) == (negatives == .all))
    #expect((unlearning.rounds > 0) == bySearch)
    #expect((unlearning.steps > 0) == bySearch)
    #expect(end.evaluation.unlearning == unlearning)
  }

  @Test func `ascent alone makes all steps of all rounds`() throws {
    let end = try finished(
      run {
        $0.negativeLoss = .ascent
        ($0.negativeSteps, $0.negativeRounds) = (5, 3)
      }
    )
    let unlearning = try #require(end.unlearning)
    // Two evaluations, of a policy that no round makes perfect.
    #expect(unlearning.rounds == 6)
    #expect(unlearning.steps == 30)
    #expect(unlearning.broken > 0)
  }

  @Test func `without bad moves nothing of their choices plays a part`() throws
  {
    func weights(
      _ change: (inout PolicyGradient.Recipe) -> Void
    ) throws -> NetworkPolicy {
      try finished(
        run {
          change(&$0)
          $0 = $0.withoutNegatives
        }
      ).policy
    }
    let plain = try weights { _ in }
    let other = try weights {
      ($0.negativeLoss, $0.negativeFloor) = (.ascent, 0.5)
      ($0.negativeAnchor, $0.negativeSteps) = (0, 1)
      ($0.negativeLearningRate, $0.negativeRounds) = (1, 1)
      $0.negativeWeight = 9
    }
    #expect(plain == other)
  }

  @Test func `each choice about bad moves changes the result`() throws {
    let changes: [(inout PolicyGradient.Recipe) -> Void] = [
      { $0.negatives = .none }, { $0.negatives = .hindsight },
      { $0.negatives = .refutations }, { $0.negativeLoss = .unlikelihood },
      { $0.negativeWeight = 0 }, { $0.negativeFloor = 0.05 },
      { $0.negativeAnchor = 0 }, { $0.negativeSteps = 1 },
      { $0.negativeLearningRate = 0.1 }, { $0.negativeRounds = 1 },
    ]
    func weights(
      _ change: (inout PolicyGradient.Recipe) -> Void = { _ in }
    ) throws -> NetworkPolicy {
      try finished(
        run {
          $0.games = 32
          change(&$0)
        }
      ).policy
    }
    let reference = try weights()
    for (index, change) in changes.enumerated() {
      let isOther = try weights(change) != reference
      #expect(isOther, "change \(index)")
    }
  }

  @Test func `a checkpoint holds a tally exactly if there is one`() throws {
    func text(_ negatives: PolicyGradient.Recipe.Negatives) throws -> String {
      let end = try finished(run { $0.negatives = negatives })
      return String(decoding: end.checkpoint(version: "t"), as: UTF8.self)
    }
    #expect(try text(.all).contains("\"unlearned\""))
    #expect(try !text(.none).contains("\"unlearned\""))
  }
}

@Suite struct TrainingRunFolderTests {
  private let options: RunOptions = {
    var recipe = PolicyGradient.Recipe()
    (recipe.hidden, recipe.games, recipe.evaluateEvery) = (4, 160, 64)
    (recipe.negativeRounds, recipe.negativeSteps) = (1, 2)
    return RunOptions(seed: 3, goal: .games, recipe: recipe)
  }()

  /// Trains in a new folder until some game; returns the run, the moments and
  /// the evaluations reported, and the checkpoints.
  private func train(
    every: Int, until last: Int = .max, from start: TrainingRun? = nil
  ) throws -> (
    run: TrainingRun, reported: [Int], judged: [Int], saved: [Int]
  ) {
    try inTemporaryFolder { path in
      let folder = RunFolder("\(path)/run")
      let lock = try folder.create(options, version: "t")
      var run = start ?? TrainingRun(options)
      var (reported, judged): ([Int], [Int]) = ([], [])
      try run.train(in: folder, checkpointEvery: every, version: "t") {
        run, metrics in
        reported.append(run.done)
        if let metrics {
          #expect(metrics.effort.count == run.done)
          judged.append(run.done)
        }
        // What is saved at a turn is saved after its report.
        let saved = try folder.savedMoments()
        #expect(!saved.contains(run.done))
        return run.done < last
      }
      for (done, policy) in try folder.policies() where done == run.done {
        #expect(policy == run.policy)
      }
      withExtendedLifetime(lock) {}
      return (run, reported, judged, try folder.savedMoments())
    }
  }

  @Test func `checkpoints are saved whenever they are due but not at the end`()
    throws
  {
    let turns = Array(stride(from: 16, through: 160, by: 16))
    let fine = try train(every: 16)
    #expect(fine.run.isDone && fine.reported == turns)
    #expect(fine.judged == [64, 128, 160])
    #expect(fine.saved == turns.dropLast())
    #expect(try train(every: 40).saved == [48, 80, 128])
    #expect(try train(every: 1000).saved == [])
  }

  @Test func `told to stop, it saves and stops`() throws {
    let stopped = try train(every: 1000, until: 48)
    #expect(stopped.run.done == 48 && !stopped.run.isDone)
    #expect(stopped.reported == [16, 32, 48])
    #expect(stopped.saved == [48])
    // At a moment that is due, once.
    #expect(try train(every: 16, until: 48).saved == [16, 32, 48])
    // There is nothing left to go on with.
    let end = try train(every: 1000, until: 160)
    #expect(end.run.isDone && end.saved == [])
  }

  @Test func `stopped and continued, it ends as if it was not`() throws {
    let whole = try train(every: 64).run
    for game in [48, 64, 80] {
      let stopped = try train(every: 64, until: game).run
      let resumed = try TrainingRun(
        checkpoint: stopped.checkpoint(version: "t")
      )
      let end = try train(every: 64, from: resumed)
      #expect(end.reported.first == game + 16)
      #expect(
        end.run.checkpoint(version: "t") == whole.checkpoint(version: "t")
      )
    }
  }

  @Test func `what a report throws ends it`() throws {
    struct Interruption: Error {}
    try inTemporaryFolder { path in
      let folder = RunFolder("\(path)/run")
      let lock = try folder.create(options, version: "t")
      var run = TrainingRun(options)
      #expect(throws: Interruption.self) {
        try run.train(in: folder, checkpointEvery: 16, version: "t") {
          run, _ in
          if run.done == 32 { throw Interruption() }
          return true
        }
      }
      #expect(run.done == 32)
      #expect(try folder.savedMoments() == [16])
      withExtendedLifetime(lock) {}
    }
  }
}
