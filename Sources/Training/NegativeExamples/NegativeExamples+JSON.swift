package import Checkpoints

extension NegativeExamples {
  /// The members of a checkpoint that hold the learner's whole state.
  package var members: [JSON.Member] { supervision.members(by: recipe) }

  /// Starts what a run's options ask for.
  init(recipe: Recipe, options: RunOptions) {
    self.init(
      recipe: recipe,
      seed: options.seed,
      examples: NegativeExamples.examples(
        for: recipe,
        seed: options.seed,
        mistakes: options.mistakes?.mistakes ?? []
      ),
      start: options.start?.policy
    )
  }

  /// Continues from the members of a checkpoint.
  init(
    _ object: JSONObject,
    recipe: Recipe,
    options: RunOptions
  ) throws(JSONError) {
    self.init(recipe: recipe, options: options)
    try supervision.restore(object, by: self.recipe)
  }
}
