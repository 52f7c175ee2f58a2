internal import Evaluation
internal import Players
internal import Training

extension TrainingRun {
  /// Trains to the end, calling `note` with each exact evaluation.
  ///
  /// - Throws: `Divergence` if a weight grows beyond all use.
  mutating func finish(
    note: (Metrics) -> Void = { _ in }
  ) throws(Divergence) {
    while !isDone {
      if let metrics = try advance() { note(metrics) }
    }
  }

  /// The games or steps to the first proof of a goal.
  func first(_ goal: Goal) -> Double? {
    milestones[goal].first.map(Double.init)
  }
}

extension RunOptions {
  /// The accuracy on a fifth of the symmetry classes of a run that is shown
  /// only the others; nil where none can be withheld, as from games, or where
  /// that run diverges.
  func heldOutAccuracy() -> Double? {
    let share: Float = 0.8
    var options = self
    switch recipe {
    case var recipe as NegativeExamples.Recipe where recipe.source != .hindsight:
      recipe.fraction = share
      options.recipe = recipe
    case var recipe as Imitation.Recipe where watched == nil:
      recipe.fraction = share
      options.recipe = recipe
    default: return nil
    }
    var run = TrainingRun(options)
    guard (try? run.finish()) != nil else { return nil }
    return Judgement(
      of: PolicyTable(of: run.policy),
      shown: TrainTestSplit.shown(fraction: share, seed: seed)
    ).heldOut
  }
}

extension RunOptions.Watched {
  /// Games of perfect play, all optimal moves alike, after openings as in
  /// self-play.
  static func perfectPlay(games: Int, seed: UInt64) -> Self {
    .init(
      name: "perfect",
      player: nil,
      moves: Demonstrations(
        of: PolicyTable(of: UniformPolicy.perfect),
        games: games,
        openingPlies: PolicyGradient.Recipe().openingPlies,
        seed: seed
      )
    )
  }
}
