internal import Training

extension Methods {
  /// The run of a condition, but for those that no run makes.
  static func options(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) -> RunOptions {
    if condition["unit"] == "games" {
      let recipe: PolicyGradient.Recipe = recipe(condition, quick: quick)
      return RunOptions(seed: seed, goal: .games, recipe: recipe)
    }
    let steps = quick ? 200 : 2000
    var clone = Imitation.Recipe()
    clone.steps = steps
    var negatives = NegativeExamples.Recipe()
    negatives.steps = steps
    var watched: RunOptions.Watched?
    let chosen: any LearningMethod
    switch condition["method"] {
    case "clone set": chosen = clone
    case "clone soft":
      clone.target = .soft
      chosen = clone
    case "watch 1000":
      chosen = clone
      watched = .perfectPlay(games: 1000, seed: seed)
    case "obvious-1":
      negatives.source = .obvious
      chosen = negatives
    case "hindsight":
      negatives.source = .hindsight
      chosen = negatives
    default: chosen = negatives
    }
    return RunOptions(
      seed: seed,
      goal: .steps,
      recipe: chosen,
      watched: watched
    )
  }

  /// Its choices where it plays games with itself.
  static func recipe(
    _ condition: Condition,
    quick: Bool
  ) -> PolicyGradient.Recipe {
    let isSampled = ["reinforce", "own successes"].contains(condition["method"])
    var recipe =
      isSampled ? PolicyGradient.Recipe.sampled : PolicyGradient.Recipe()
    recipe.model = Model(rawValue: condition["policy"]) ?? .network
    recipe.games = quick ? 3000 : 100_000
    if recipe.model == .table {
      recipe.learningRate = isSampled ? 0.05 : 0.2
      if !isSampled { recipe.finalLearningRate = 0.005 }
    }
    if condition["method"] == "own successes" {
      recipe.rewards = .positive
      recipe.baseline = .none
    }
    if condition["method"] == "exploiter half" { recipe.exploiter = 0.5 }
    if let loss = NegativeLoss(rawValue: condition["negatives"]) {
      recipe.negatives = .hindsight
      recipe.negativeLoss = loss
    }
    return recipe
  }
}
