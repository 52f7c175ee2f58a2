extension NegativeExamples.Recipe {
  /// Every choice, in the order in which commands name them.
  public static var options: [RecipeOption<Self>] {
    [
      .choice("source", \.source, "Where bad moves come from."),
      RecipeOption(
        "fraction",
        .decimal(\.fraction, 0.01...1),
        "The share of the symmetry classes that is shown."
      ),
      RecipeOption(
        "depth",
        .choice(
          ["1", "3", "5"],
          get: { "\($0.depth)" },
          set: { $0.depth = Int($1) ?? $0.depth }
        ),
        "Obvious: punished within so many plies."
      ),
      RecipeOption(
        "hindsight-games",
        .integer(\.hindsightGames, 1...1_000_000),
        "Hindsight: random games to look back on."
      ),
      RecipeOption(
        "labels",
        .integer(\.labels, 0...1_000_000),
        "Single labels drawn from the examples; 0 is all of them."
      ),
      .choice("loss", \.loss, "What is made of a bad move."),
      .choice("head", \.head, "What a policy is made of the outputs."),
      .choice(
        "cost",
        \.cost,
        "What the loss measures; quadratic is for the sigmoid head."
      ),
      RecipeOption(
        "anchor",
        .decimal(\.anchor, 0...1000),
        "With --continue: how strongly other positions are held."
      ),
      .model, .hidden, .canonical,
      RecipeOption(
        "steps",
        .integer(\.steps, 1...100_000_000),
        "The budget in steps, over which the schedule runs."
      ),
      RecipeOption("batch", .integer(\.batch, 1...4096), "Examples a step."),
      .optimizer, .learningRate,
      RecipeOption(
        "final-learning-rate",
        .decimal(\.finalLearningRate, 0...10),
        "The learning rate at the end of the budget."
      ),
      RecipeOption(
        "evaluate-every",
        .integer(\.evaluateEvery, 1...1_000_000_000),
        "Steps between two exact evaluations."
      ),
    ]
  }
}
