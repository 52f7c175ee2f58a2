internal import Checkpoints
internal import Files
public import Players
internal import TicTacToe

/// The loop: a policy plays itself and learns by its gradient, is judged
/// exactly or by walks through every reply, unlearns its own bad moves, and
/// stops at a proof.
///
/// | step | where |
/// |---|---|
/// | play a batch of games, learn from it | `PolicyGradient.update()` |
/// | judge it exactly | `Judgment`: `Proof`, or `WalkProof` beyond 3×3 |
/// | find the policy's own bad moves | `BadMoves`, `Refutations` |
/// | unlearn them by an ascent that stops | `NegativeTrainer` |
/// | stop | `Goal.isReached(by:)` |
/// | checkpoint | `RunFolder.save(_:version:)` |
///
/// Hindsight's moves are learned with their games. The other ways of learning
/// run in the loop too; they name no bad moves of their own. The state is a
/// function of the options and of the games or steps done: a run that was saved
/// and continued ends with the same bytes.
public struct TrainingRun: Sendable {
  public let options: RunOptions
  package private(set) var learner: any Learner
  public private(set) var milestones: Milestones

  /// The bad moves named so far; nil if the learner is told of none.
  public private(set) var unlearning: Unlearning?
}

extension TrainingRun {
  public init(_ options: RunOptions) {
    let learner = options.recipe.learner(for: options)
    self.init(
      options: options, learner: learner, milestones: Milestones(),
      unlearning: learner.negatives.map { _ in Unlearning() }
    )
  }

  /// Turns the loop until the goal is proven or the budget spent, and saves
  /// checkpoints on the way; the end of a run is the caller's to save.
  ///
  /// - Parameters:
  ///   - checkpointEvery: Games or steps between two checkpoints.
  ///   - round: Called after each round of bad moves, with the evaluation that
  ///     follows it; false takes the turn back, saves a checkpoint and stops.
  ///   - report: Called after each turn, with the metrics of an evaluation if
  ///     there was one; false saves a checkpoint and stops.
  /// - Throws: `Divergence`, `FileError`, or what `report` throws.
  public mutating func train(
    in folder: RunFolder, checkpointEvery: Int, version: String,
    round: (TrainingRun, Metrics) -> Bool = { _, _ in true },
    report: (TrainingRun, Metrics?) throws -> Bool
  ) throws {
    var goesOn = true
    while !isDone, goesOn {
      let before = done / checkpointEvery
      let metrics = try advance { run, metrics in
        goesOn = round(run, metrics)
        return goesOn
      }
      if goesOn { goesOn = try report(self, metrics) }
      if !goesOn || done / checkpointEvery > before, !isDone {
        _ = try folder.save(self, version: version)
      }
    }
  }

  /// Makes one turn: an update, and if an evaluation is due, the proof of a
  /// policy that has unlearned the bad moves it was found to make.
  ///
  /// - Parameter round: Called after each round of bad moves, with the
  ///   evaluation that follows it; false takes the whole turn back.
  /// - Throws: `Divergence`, after which the run cannot go on.
  public mutating func advance(
    round: (TrainingRun, Metrics) -> Bool = { _, _ in true }
  ) throws(Divergence) -> Metrics? {
    precondition(!isDone, "a run advanced after its end, at \(done)")
    let before = done / options.recipe.evaluateEvery
    let start = isEvaluationNext ? self : nil
    try learner.update()
    unlearning?.hindsight += learner.hindsightMoves
    guard isDone || done / options.recipe.evaluateEvery > before else {
      return nil
    }
    var judgment = judgment
    var badMoves: BadMoves?
    for _ in 0..<(learner.negatives?.mostRounds ?? 0) {
      if judgment.reaches(options.goal) { break }
      // Self-play unlearns many sooner than any number of steps would.
      let isEarly = judgment.isCut || learner.negatives?.isAfterwards == true
      if isEarly, !isBudgetExhausted { break }
      let found = self.badMoves(in: judgment, after: badMoves)
      if found.examples.isEmpty { break }
      judgment = try unlearn(found, judgedBefore: judgment)
      badMoves = found
      if !round(self, metrics(of: judgment)), let start {
        self = start
        return nil
      }
    }
    milestones.record(judgment, at: done)
    return metrics(of: judgment)
  }

  /// Judges the policy exactly.
  private var judgment: Judgment {
    Judgment(of: learner.policy, on: options.board, for: options.goal)
  }

  /// The likeliest moves that are bad, as far as the recipe's sources know; for
  /// `unbeatable` the solution is not asked.
  private func badMoves(
    in judgment: Judgment, after previous: BadMoves?
  ) -> BadMoves {
    var sources = learner.negatives?.sources ?? []
    if options.goal == .unbeatable { sources.remove(.blunders) }
    return BadMoves(
      of: judgment, on: options.board, from: sources, after: previous
    )
  }

  /// Takes some steps against bad moves, counts what they cost, and judges the
  /// policy anew.
  private mutating func unlearn(
    _ badMoves: BadMoves, judgedBefore before: Judgment
  ) throws(Divergence) -> Judgment {
    let steps = try learner.unlearn(badMoves, round: unlearning?.rounds ?? 0)
    let after = judgment
    let broken = after.broken(since: before, on: options.board)
    unlearning?.count(badMoves, steps: steps, broken: broken)
    return after
  }

  public var policy: NetworkPolicy { learner.policy }
  public var evaluation: Metrics { metrics(of: judgment) }

  private func metrics(of judgment: Judgment) -> Metrics {
    Metrics(
      effort: effort, updates: learner.updates, judgment: judgment,
      unlearning: unlearning
    )
  }
}
