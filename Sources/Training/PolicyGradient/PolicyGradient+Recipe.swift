internal import NeuralNetwork
internal import Players
internal import TicTacToe

extension PolicyGradient {
  /// Every choice of self-play. The defaults are the recipe that works; each
  /// can be switched off to see its effect.
  public struct Recipe: LearningMethod, ModelOptions {
    /// How the policy gradient of a position met is estimated.
    public enum Estimator: String, Sendable, CaseIterable {
      /// Mean actor–critic, Allen et al. (2017): all legal actions, each by its
      /// Q, with one ply of look-ahead.
      case allActions = "all"

      /// REINFORCE, Williams (1992): the action that was made, by its return.
      case sampled
    }

    /// The baseline of a return; the difference is the advantage.
    public enum Baseline: String, Sendable, CaseIterable {
      /// A running mean for each position.
      case mean

      /// The network's own value of the position, one more output that learns
      /// from the same returns.
      case value

      /// None: the advantage is the return.
      case none
    }

    /// The rewards of a game's result.
    public enum Rewards: String, Sendable, CaseIterable {
      /// A win 1, a loss −1.
      case signed

      /// A win 1, a loss 0: the policy learns from its own successes alone.
      case positive
    }

    /// The bad moves to unlearn besides learning from self-play.
    public enum Negatives: String, Sendable, CaseIterable {
      case none

      /// Each game's last move of the loser that was not forced, with the game.
      case hindsight

      /// At each evaluation, the policy's last move from a position not yet
      /// lost in each line that beats it.
      case refutations

      /// Both, and unless `unbeatable` is all that is asked for, the blunders
      /// that the exact evaluation finds.
      case all

      package var sources: Set<BadMoves.Source> {
        switch self {
        case .none: []
        case .hindsight: [.hindsight]
        case .refutations: [.refutations]
        case .all: Set(BadMoves.Source.allCases)
        }
      }
    }

    public var model: Model = .network
    public var hidden = 128
    public var isCanonical = true

    /// The budget in games, over which the schedules run.
    public var games = 200_000

    public var batch = 16
    public var estimator: Estimator = .sampled

    /// Passes over each batch. With sampled actions, 1 is REINFORCE and more
    /// are PPO.
    public var epochs = 1

    /// The ε of PPO's clipped surrogate, for sampled actions in more than one
    /// pass.
    public var clip: Float = 0.2

    /// A game starts after 0…`openingPlies` random moves.
    public var openingPlies = 7

    /// The probability that the first learned move of a game is uniformly
    /// random.
    public var exploration: Float = 0.5

    /// Sampled exploring moves with a negative advantage are not learned from
    /// if the policy gives them less than this.
    public var explorationFloor: Float = 0.01

    /// The factor by which a result counts less for each ply it lies ahead.
    public var discount: Float = 0.95

    public var baseline: Baseline = .mean
    public var rewards: Rewards = .signed

    /// The share of the games played against a best response to the policy
    /// instead of the policy itself.
    public var exploiter: Float = 0

    public var entropy: Float = 0.2

    /// The weight of the entropy bonus from `entropyDecay` of the budget on.
    public var finalEntropy: Float = 0.002

    /// The share of the budget over which the entropy bonus falls, by a
    /// constant factor.
    public var entropyDecay: Float = 0.5

    public var optimizer: OptimizerName = .adam
    public var learningRate: Float = 0.012
    public var finalLearningRate: Float = 0.0005
    public var evaluateEvery = 1024
    public var negatives: Negatives = .all
    public var negativeLoss: NegativeLoss = .ascentFloor

    /// The weight of hindsight's losses in an update.
    public var negativeWeight: Float = 1

    /// The probability that a bad move must not exceed to be unlearned, at
    /// which ascent stops.
    public var negativeFloor: Float = 0.2

    /// The weight of the anchor, which holds the policy to what it was on
    /// positions of the games just played.
    public var negativeAnchor: Float = 3

    /// The most steps to unlearn the bad moves that a policy is found to make.
    public var negativeSteps = 10

    /// The learning rate of those steps.
    public var negativeLearningRate: Float = 0.015

    /// How often at most an evaluation is followed by such steps and made anew.
    public var negativeRounds = 12

    /// A control that is no option: where a move is named bad and is, the
    /// solution names every bad move of the position. With `setUnlikelihood`
    /// that is the cross-entropy to the set of the good ones.
    package var namesGoodMoves = false

    public init() {}

    /// The defaults of all actions.
    public static let allActions: Recipe = {
      var recipe = Recipe()
      recipe.estimator = .allActions
      recipe.games = 50_000
      recipe.entropy = 0.5
      recipe.finalEntropy = 0.05
      recipe.learningRate = 0.02
      return recipe
    }()

    /// The same choices, without bad moves.
    public var withoutNegatives: Recipe {
      var recipe = self
      recipe.negatives = .none
      return recipe
    }

    /// The learning rate and the weight of the entropy bonus of an update after
    /// some games.
    package func schedule(
      after games: Int
    ) -> (learningRate: Float, entropy: Float) {
      let progress = min(Float(games) / Float(self.games), 1)
      let decay = entropyDecay > 0 ? min(progress / entropyDecay, 1) : 1
      return (
        Schedule.linear(
          from: learningRate, to: finalLearningRate, at: progress
        ),
        Schedule.geometric(from: entropy, to: finalEntropy, at: decay)
      )
    }

    package static let method = "reinforce"
    package static let title = "Self-play"
    package static let unit = BudgetUnit.games
    package static let goal = Goal.perfect

    package var budget: Int { games }
    package var perUpdate: Int { batch }
    package var defaults: Recipe {
      estimator == .sampled ? Recipe() : .allActions
    }

    /// Without bad moves the choices about them say nothing.
    package var words: [String] {
      guard negatives == .none else { return changedWords }
      var recipe = defaults.withoutNegatives
      for option in Self.options where !option.name.hasPrefix("negative-") {
        option.set(option.text(in: self), in: &recipe)
      }
      return recipe.changedWords
    }

    /// On other boards than 3×3 most positions are met once: only the network can
    /// tell what they are worth. A policy is corrected late and gently, so that
    /// it keeps what self-play has taught it elsewhere; without games as long
    /// as it takes. Beyond 16 squares, where a walk takes seconds, self-play is
    /// to leave it little to unlearn: by all actions, in the end with hardly any
    /// entropy.
    package mutating func adapt(
      to options: RunOptions, isGiven: (String) -> Bool
    ) {
      if options.board.scope == .graph { return }
      let squares = options.board.rules.squareCount
      let isWide = options.board.scope == .search
      if isWide, !isGiven("actions") { estimator = .allActions }
      let isSampled = estimator == .sampled
      if !isGiven("opening-plies") { openingPlies = squares * 5 / 8 }
      if !isGiven("baseline"), squares < OutcomeVector.capacity {
        baseline = .value
      }
      if isWide, !isGiven("hidden") { hidden = 256 }
      let games = isWide ? 200_000 : isSampled ? 40_000 : 20_000
      if !isGiven("games") { self.games = games }
      let isPure = self.games == 0
      let counts: [(String, WritableKeyPath<Recipe, Int>, Int)] = [
        ("evaluate-every", \.evaluateEvery, isWide ? 20_000 : 4096),
        ("negative-steps", \.negativeSteps, isPure ? 1500 : 500),
        ("negative-rounds", \.negativeRounds, isPure ? 1000 : 100),
      ]
      var values: [(String, WritableKeyPath<Recipe, Float>, Float)] = [
        ("discount", \.discount, isWide ? 0.98 : 0.97),
        ("negative-floor", \.negativeFloor, isPure ? 0.05 : 0.2),
        ("negative-anchor", \.negativeAnchor, isWide ? 10 : 1),
        (
          "negative-learning-rate", \.negativeLearningRate,
          isWide ? 0.0005 : 0.002
        ),
      ]
      if isWide {
        values += [
          ("learning-rate", \.learningRate, 0.01),
          ("final-learning-rate", \.finalLearningRate, 0.00025),
          ("entropy", \.entropy, 0.5), ("final-entropy", \.finalEntropy, 0.002),
        ]
      } else if isSampled {
        values += [
          ("entropy", \.entropy, 0.3), ("final-entropy", \.finalEntropy, 0.03),
        ]
      }
      for (option, path, count) in counts where !isGiven(option) {
        self[keyPath: path] = count
      }
      for (option, path, value) in values where !isGiven(option) {
        self[keyPath: path] = value
      }
    }

    package func learner(for options: RunOptions) -> any Learner {
      PolicyGradient(
        recipe: self, seed: options.seed, on: options.board,
        start: options.start?.policy
      )
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
          option: "rewards", expected: "signed, by which all actions are valued"
        )
      }
      if baseline == .none {
        return .init(
          option: "baseline",
          expected: "mean or value, by which all actions are valued"
        )
      }
      if clip != defaults.clip {
        return .init(option: "clip", expected: "sampled actions to clip")
      }
      if explorationFloor != defaults.explorationFloor {
        return .init(
          option: "exploration-floor", expected: "sampled actions to leave out"
        )
      }
      return nil
    }

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
  }
}
