extension REINFORCE.Recipe {
  /// Every choice, in the order in which commands name them.
  public static var options: [RecipeOption<Self>] {
    [
      .model, .hidden, .canonical,
      RecipeOption(
        "games",
        .integer(\.games, 1...1_000_000_000),
        "The budget in games, over which the schedules run."
      ),
      RecipeOption("batch", .integer(\.batch, 1...4096), "Games an update."),
      .choice(
        "actions",
        \.actions,
        "The actions learned from: all by their worth, or the sampled one."
      ),
      RecipeOption(
        "epochs",
        .integer(\.epochs, 1...100),
        "Passes over each batch; of sampled actions, more than 1 is PPO."
      ),
      RecipeOption(
        "clip",
        .decimal(\.clip, 0.001...1),
        "The bound on PPO's probability ratio."
      ),
      RecipeOption(
        "opening-plies",
        .integer(\.openingPlies, 0...8),
        "A game starts after up to so many random moves."
      ),
      RecipeOption(
        "exploration",
        .decimal(\.exploration, 0...1),
        "How often a game's first learned move is random."
      ),
      RecipeOption(
        "exploration-floor",
        .decimal(\.explorationFloor, 0...1),
        "Bad random moves rarer than this teach nothing."
      ),
      RecipeOption(
        "discount",
        .decimal(\.discount, 0.01...1),
        "How much less a result counts a ply earlier."
      ),
      .choice(
        "baseline",
        \.baseline,
        "What a return is compared with: a mean per position."
      ),
      .choice(
        "rewards",
        \.rewards,
        "Sampled actions: whether losses count, or own successes alone."
      ).later,
      RecipeOption(
        "exploiter",
        .decimal(\.exploiter, 0...1),
        "The share of games against an exact best response, made anew every "
          + "five updates."
      ).later,
      RecipeOption(
        "entropy",
        .decimal(\.entropy, 0...10),
        "The entropy bonus at the start."
      ),
      RecipeOption(
        "final-entropy",
        .decimal(\.finalEntropy, 0...10),
        "The entropy bonus after its decay."
      ),
      RecipeOption(
        "entropy-decay",
        .decimal(\.entropyDecay, 0...1),
        "The share of the budget over which the bonus falls."
      ),
      .optimizer, .learningRate,
      RecipeOption(
        "final-learning-rate",
        .decimal(\.finalLearningRate, 0...10),
        "The learning rate at the end of the budget."
      ),
      .choice(
        "negatives",
        \.negatives,
        "Bad moves to learn from beside: those that lost a game at once."
      ),
      .choice("negative-loss", \.negativeLoss, "The loss on them."),
      RecipeOption(
        "negative-weight",
        .decimal(\.negativeWeight, 0...100),
        "How much that loss counts."
      ),
      RecipeOption(
        "evaluate-every",
        .integer(\.evaluateEvery, 1...1_000_000_000),
        "Games between two exact evaluations."
      ),
    ]
  }
}
