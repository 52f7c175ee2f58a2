internal import Players

extension RunOptions {
  /// Choices that do not go together.
  package struct Conflict: Error, Equatable {
    /// The option that is at fault, without dashes.
    package let option: String

    /// What was expected instead.
    package let expected: String
  }

  /// The first conflict among the options; nil if they go together.
  ///
  /// - Complexity: for negative examples, that of collecting them.
  package var conflict: Conflict? {
    if goal.isBudget, goal.rawValue != method.name.unit {
      return Conflict(
        option: "until",
        expected: "\(method.name.unit), which this method counts"
      )
    }
    if goal == .corrected, mistakes == nil {
      return Conflict(option: "until", expected: "mistakes to correct")
    }
    if mistakes != nil, method.name != .negatives {
      return Conflict(option: "mistakes", expected: "the method negatives")
    }
    if watched != nil, ![.clone, .gail].contains(method.name) {
      return Conflict(
        option: watched?.isTeacher == true ? "teacher" : "watch",
        expected: "the method clone or gail"
      )
    }
    switch method {
    case .reinforce(let recipe):
      if let conflict = conflict(in: recipe) { return conflict }
      if start?.policy.head == .sigmoid {
        return Conflict(option: "continue", expected: "a softmax policy")
      }
      return nil
    case .negatives(let recipe): return conflict(in: recipe)
    case .clone(let recipe):
      if let conflict = costConflict(in: recipe) { return conflict }
      let isSeen = watched.map { watched in
        Imitation.isSeen(watched.moves, recipe: recipe, seed: seed)
      }
      return isSeen == false
        ? Conflict(
          option: "watch",
          expected: "a move in the classes shown; this log shows none"
        ) : nil
    case .gail:
      if start != nil {
        return Conflict(
          option: "continue",
          expected: "another method; gail starts from random weights"
        )
      }
      return watched?.moves.moves == 0
        ? Conflict(option: "watch", expected: "a move") : nil
    }
  }

  private func costConflict(in recipe: some SupervisedRecipe) -> Conflict? {
    let head = start?.policy.head ?? recipe.head
    guard (head == .sigmoid) != (recipe.cost == .quadratic) else { return nil }
    return Conflict(
      option: "cost",
      expected: "quadratic with the sigmoid head, log with the softmax"
    )
  }

  private func conflict(in recipe: REINFORCE.Recipe) -> Conflict? {
    guard recipe.actions == .all else { return nil }
    if recipe.rewards == .positive {
      return Conflict(
        option: "rewards",
        expected: "signed, by which all actions are valued"
      )
    }
    if recipe.baseline == .none {
      return Conflict(
        option: "baseline",
        expected: "mean, by which all actions are valued"
      )
    }
    let defaults = REINFORCE.Recipe()
    if recipe.clip != defaults.clip {
      return Conflict(option: "clip", expected: "sampled actions to clip")
    }
    if recipe.explorationFloor != defaults.explorationFloor {
      return Conflict(
        option: "exploration-floor",
        expected: "sampled actions to leave out"
      )
    }
    return nil
  }

  private func conflict(in recipe: NegativeExamples.Recipe) -> Conflict? {
    if (recipe.source == .file) != (mistakes != nil) {
      return Conflict(
        option: "source",
        expected: "a file exactly where there are mistakes"
      )
    }
    if let conflict = costConflict(in: recipe) { return conflict }
    let quadratic: [NegativeLoss] = [.ascent, .unlikelihood, .setUnlikelihood]
    if recipe.cost == .quadratic, !quadratic.contains(recipe.loss) {
      return Conflict(
        option: "loss",
        expected: "with cost quadratic one of "
          + quadratic.map(\.rawValue).joined(separator: ", ")
      )
    }
    let examples = NegativeExamples.examples(
      for: recipe,
      seed: seed,
      mistakes: mistakes?.mistakes ?? []
    )
    if examples.isEmpty {
      return Conflict(
        option: "source",
        expected: "at least one bad move; these choices and seed give none"
      )
    }
    return nil
  }
}
