package import Checkpoints

extension NegativeExamples {
  /// The members of a checkpoint that hold the learner's whole state: the
  /// policy, the optimizer and the counter. Step i draws from stream i + 1 of
  /// the seed; the examples are made again from the options.
  package var members: [JSON.Member] {
    policy.members + [
      .init(key: "optimizer", value: recipe.json(of: optimizer)),
      .init(key: "counters", value: ["steps": JSON(steps)]),
    ]
  }

  /// The keys of those members.
  static let keys = PolicyFile.modelKeys + ["optimizer", "counters"]

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
    network = try object.network(like: policy)
    optimizer = try self.recipe.optimizer(
      object.member("optimizer"),
      for: network
    )
    let counters = try object.member("counters").object(keys: ["steps"])
    steps = try counters.member("steps").int(in: 0...recipe.steps)
  }
}
