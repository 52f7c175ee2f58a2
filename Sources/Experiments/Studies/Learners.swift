internal import Evaluation
internal import Players
internal import TicTacToe
internal import Training

extension TrainingRun {
  /// Trains to the end, calling `note` with each exact evaluation.
  ///
  /// - Throws: `Divergence` if a weight exceeds its bound.
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
  /// The accuracy on a fifth of the symmetry classes of a second run, which is
  /// shown only the others; nil if none can be withheld, as from games, or if
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
    return Accuracy(
      of: run.policy.table,
      shown: TrainTestSplit.shown(
        fraction: share, of: ticTacToe.decisionClasses, seed: seed
      )
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
        of: UniformPolicy.optimal(on: ticTacToe).table,
        on: ticTacToe,
        games: games,
        openingPlies: PolicyGradient.Recipe().openingPlies,
        seed: seed
      )
    )
  }
}

extension Demonstrations {
  /// The moves seen, each drawn as often as it was made.
  var examples: [AdversarialLearning.Example] {
    entries.map { .init($0.position, move: $0.move, weight: $0.count) }
  }
}

extension NegativeExamples {
  /// A learner of the examples that a recipe names.
  init(_ recipe: Recipe, seed: UInt64) {
    self.init(
      recipe: recipe,
      seed: seed,
      on: ticTacToe,
      examples: NegativeExamples.examples(
        for: recipe, seed: seed, on: ticTacToe
      )
    )
  }

  /// Makes all the steps of its recipe, calling `note` after each.
  ///
  /// - Throws: `Divergence` if a weight exceeds its bound.
  mutating func finish(
    note: (NegativeExamples) -> Void = { _ in }
  ) throws(Divergence) {
    for _ in 0..<recipe.steps {
      try update()
      note(self)
    }
  }
}

extension AdversarialLearning {
  /// The networks after all the steps of a recipe.
  ///
  /// - Throws: `Divergence` if a weight exceeds its bound.
  static func taught(
    _ recipe: Recipe, seed: UInt64, examples: [Example]
  ) throws(Divergence) -> AdversarialLearning {
    var learning = AdversarialLearning(
      recipe: recipe, seed: seed, examples: examples
    )
    while learning.steps < recipe.steps { try learning.update() }
    return learning
  }
}
