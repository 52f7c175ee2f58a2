internal import Players
internal import TicTacToe

extension PolicyGradient.Recipe {
  package static var options: [RecipeOption<Self>] {
    [
      .model(\.model), .hidden(\.hidden), .canonical(\.isCanonical),
      RecipeOption(
        "games", .integer(\.games, 0...1_000_000_000),
        "The budget in games, over which the schedules run; 0 learns by "
          + "refutations alone."
      ),
      RecipeOption("batch", .integer(\.batch, 1...4096), "Games per update."),
      .choice(
        "actions",
        \.estimator,
        "The policy gradient: the sampled action by its return "
          + "(REINFORCE), or all by their worth (mean actor-critic), the "
          + "accelerator."
      ).decidingDefaults,
      RecipeOption(
        "epochs", .integer(\.epochs, 1...100),
        "Passes over each batch; with sampled actions, more than 1 is PPO."
      ),
      RecipeOption(
        "clip", .decimal(\.clip, 0.001...1),
        "The bound on PPO's probability ratio."
      ),
      RecipeOption(
        "opening-plies", .integer(\.openingPlies, 0...63),
        "Each game starts after 0 to this many random moves, fewer than the "
          + "board has squares."
      ),
      RecipeOption(
        "exploration", .decimal(\.exploration, 0...1),
        "The probability that a game's first learned move is random."
      ),
      RecipeOption(
        "exploration-floor",
        .decimal(\.explorationFloor, 0...1),
        "Random moves that turn out bad are skipped if the policy gives them "
          + "less than this."
      ),
      RecipeOption(
        "discount", .decimal(\.discount, 0.01...1),
        "The factor by which a result counts less for each ply ahead."
      ),
      .choice(
        "baseline", \.baseline,
        "What is subtracted from a return: a mean per position, the network's "
          + "own value of it (beyond 3x3), or nothing."
      ),
      .choice(
        "rewards", \.rewards,
        "With sampled actions: count losses as -1, or wins alone."
      ).later,
      RecipeOption(
        "exploiter",
        .decimal(\.exploiter, 0...1),
        "The share of games against an exact best response, renewed every "
          + "five updates."
      ).later,
      RecipeOption(
        "entropy", .decimal(\.entropy, 0...10),
        "The entropy bonus at the start."
      ),
      RecipeOption(
        "final-entropy", .decimal(\.finalEntropy, 0...10),
        "The entropy bonus after its decay."
      ),
      RecipeOption(
        "entropy-decay", .decimal(\.entropyDecay, 0...1),
        "The share of the budget over which the bonus falls."
      ),
      .optimizer(\.optimizer), .learningRate(\.learningRate),
      .finalLearningRate(\.finalLearningRate),
      .choice(
        "negatives", \.negatives,
        "Bad moves to unlearn: those that lost a game just played, those by "
          + "which the policy can be beaten, or all, blunders too."
      ),
      .choice(
        "negative-loss", \.negativeLoss,
        "The loss on bad moves; ascent has no stop."
      ),
      RecipeOption(
        "negative-weight", .decimal(\.negativeWeight, 0...100),
        "The weight of hindsight's part in an update."
      ),
      RecipeOption(
        "negative-floor", .decimal(\.negativeFloor, 0.0001...0.9999),
        "A bad move is unlearned once it is no likelier than this."
      ).later(absent: "\(NegativeLoss.floor)"),
      RecipeOption(
        "negative-anchor", .decimal(\.negativeAnchor, 0...1000),
        "How strongly other positions are held while bad moves are unlearned."
      ).later,
      RecipeOption(
        "negative-steps", .integer(\.negativeSteps, 1...100_000),
        "The most steps to unlearn the bad moves found at once."
      ).later,
      RecipeOption(
        "negative-learning-rate",
        .decimal(\.negativeLearningRate, 0.000001...10),
        "The learning rate of those steps."
      ).later,
      RecipeOption(
        "negative-rounds", .integer(\.negativeRounds, 1...1000),
        "How often at most an evaluation finds bad moves and has them unlearned."
      ).later,
      RecipeOption(
        "evaluate-every", .integer(\.evaluateEvery, 1...1_000_000_000),
        "Games between two exact evaluations."
      ),
    ]
  }

  package func conflict(in options: RunOptions) -> RunOptions.Conflict? {
    if options.start?.policy.head == .sigmoid {
      return .init(option: "continue", expected: "a softmax policy")
    }
    if options.board.scope != .graph {
      if model == .table {
        return .init(
          option: "policy", expected: "network, or 3×3 with three in a row"
        )
      }
      if exploiter > 0 {
        return .init(
          option: "exploiter", expected: "0, or 3×3 with three in a row"
        )
      }
    }
    if games == 0, !negatives.sources.contains(.refutations) {
      return .init(
        option: "games", expected: "at least 1, or refutations to unlearn"
      )
    }
    let mostPlies = options.board.rules.squareCount - 1
    if openingPlies > mostPlies {
      return .init(
        option: "opening-plies",
        expected: "at most \(mostPlies), one move less than the longest game"
      )
    }
    guard estimator == .allActions else { return nil }
    if rewards == .positive {
      return .init(
        option: "rewards", expected: "signed, or --actions sampled with it"
      )
    }
    if baseline == .none {
      return .init(
        option: "baseline",
        expected: "mean or value, or --actions sampled with it"
      )
    }
    if clip != defaults.clip {
      return .init(
        option: "clip",
        expected: "--actions sampled with it, which alone is clipped")
    }
    if explorationFloor != defaults.explorationFloor {
      return .init(
        option: "exploration-floor",
        expected: "--actions sampled with it, some of which it leaves out"
      )
    }
    return nil
  }
}
