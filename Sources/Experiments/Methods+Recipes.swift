internal import Training

extension Methods {
  /// The run of a condition, but for those that no run makes.
  static func options(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) -> RunOptions {
    if condition["unit"] == "games" {
      let recipe: REINFORCE.Recipe = recipe(condition, quick: quick)
      return RunOptions(seed: seed, goal: .games, method: .reinforce(recipe))
    }
    let steps = quick ? 200 : 2000
    var clone = Imitation.Recipe()
    clone.steps = steps
    var negatives = NegativeExamples.Recipe()
    negatives.steps = steps
    var watched: RunOptions.Watched?
    let method: Method
    switch condition["method"] {
    case "clone set": method = .clone(clone)
    case "clone soft":
      clone.target = .soft
      method = .clone(clone)
    case "watch 1000":
      method = .clone(clone)
      watched = .perfectPlay(games: 1000, seed: seed)
    case "obvious-1":
      negatives.source = .obvious
      method = .negatives(negatives)
    case "hindsight":
      negatives.source = .hindsight
      method = .negatives(negatives)
    default: method = .negatives(negatives)
    }
    return RunOptions(
      seed: seed,
      goal: .steps,
      method: method,
      watched: watched
    )
  }

  /// Its choices where it plays games with itself.
  static func recipe(
    _ condition: Condition,
    quick: Bool
  ) -> REINFORCE.Recipe {
    let isSampled = ["reinforce", "own successes"].contains(condition["method"])
    var recipe = isSampled ? REINFORCE.Recipe.sampled : REINFORCE.Recipe()
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
