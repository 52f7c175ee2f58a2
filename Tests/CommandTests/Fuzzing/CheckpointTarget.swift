import Training

extension FuzzTarget {
  /// A checkpoint: refused, or a run that its own checkpoint gives back and
  /// that goes on.
  static func checkpoint(_ bytes: [UInt8]) -> Bool {
    guard var run = try? TrainingRun(checkpoint: bytes, on: board) else {
      return false
    }
    let own = run.checkpoint(version: "")
    let again = try? TrainingRun(checkpoint: own, on: board)
    precondition(
      again?.checkpoint(version: "") == own,
      "its own checkpoint is another run"
    )
    if !run.isDone, isShort(run.options.recipe) { _ = try? run.advance() }
    return true
  }

  /// Whether an update takes milliseconds: a batch may be as large as one
  /// likes.
  private static func isShort(_ recipe: any LearningMethod) -> Bool {
    switch recipe {
    case let recipe as PolicyGradient.Recipe:
      recipe.batch * recipe.epochs <= 256
        && recipe.negativeRounds * recipe.negativeSteps <= 256
    case let recipe as GAIL.Recipe:
      recipe.batch * recipe.discriminatorSteps <= 256
    case let recipe as any SupervisedRecipe: recipe.supervised.batch <= 256
    default: false
    }
  }
}
