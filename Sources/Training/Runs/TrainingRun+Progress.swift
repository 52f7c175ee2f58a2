/// How far a run has come.
extension TrainingRun {
  public var done: Int { learner.done }
  public var isBudgetExhausted: Bool { done >= options.recipe.budget }

  /// Whether the next update is followed by an evaluation.
  var isEvaluationNext: Bool {
    let (recipe, next) = (options.recipe, done + options.recipe.perUpdate)
    return next >= recipe.budget
      || next / recipe.evaluateEvery > done / recipe.evaluateEvery
  }

  /// Whether the goal holds; with `games` or `steps` as the goal, never.
  public var hasReachedGoal: Bool {
    if options.goal == .corrected { return learner.mistakesLeft == 0 }
    return milestones[options.goal].since != nil
  }

  /// Whether there is nothing left to do. A run without games makes one turn.
  public var isDone: Bool {
    hasReachedGoal
      || isBudgetExhausted && (options.recipe.budget > 0 || learner.updates > 0)
  }
}
