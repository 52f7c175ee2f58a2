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

    /// Bad moves to learn from besides self-play.
    public enum Negatives: String, Sendable, CaseIterable {
      case none

      /// Each game's last move of the loser that was not forced.
      case hindsight
    }

    public var model: Model = .network
    public var hidden = 128
    public var isCanonical = true

    /// The budget in games, over which the schedules run.
    public var games = 50_000

    public var batch = 16
    public var estimator: Estimator = .allActions

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

    public var entropy: Float = 0.5

    /// The weight of the entropy bonus from `entropyDecay` of the budget on.
    public var finalEntropy: Float = 0.05

    /// The share of the budget over which the entropy bonus falls, by a
    /// constant factor.
    public var entropyDecay: Float = 0.5

    public var optimizer: OptimizerName = .adam
    public var learningRate: Float = 0.02
    public var finalLearningRate: Float = 0.0005
    public var evaluateEvery = 1024
    public var negatives: Negatives = .none
    public var negativeLoss: NegativeLoss = .unlikelihood
    public var negativeWeight: Float = 1

    public init() {}

    /// The defaults of sampled actions.
    public static let sampled: Recipe = {
      var recipe = Recipe()
      recipe.estimator = .sampled
      recipe.games = 200_000
      recipe.entropy = 0.2
      recipe.finalEntropy = 0.002
      recipe.learningRate = 0.012
      return recipe
    }()

    package static let method = "reinforce"
    package static let title = "Self-play"
    package static let unit = BudgetUnit.games
    package static let goal = Goal.perfect

    package var budget: Int { games }
    package var defaults: Recipe { estimator == .sampled ? .sampled : Recipe() }

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
          option: "baseline", expected: "mean, by which all actions are valued"
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
          "games", .integer(\.games, 1...1_000_000_000),
          "The budget in games, over which the schedules run."
        ),
        RecipeOption("batch", .integer(\.batch, 1...4096), "Games per update."),
        .choice(
          "actions",
          \.estimator,
          "The policy gradient: all actions by their worth (mean "
            + "actor-critic), or the sampled one by its return (REINFORCE)."
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
          "What is subtracted from a return: a mean per position."
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
          "Bad moves to learn from as well: those that lost a game at once."
        ),
        .choice("negative-loss", \.negativeLoss, "The loss on bad moves."),
        RecipeOption(
          "negative-weight", .decimal(\.negativeWeight, 0...100),
          "The weight of that loss."
        ),
        RecipeOption(
          "evaluate-every", .integer(\.evaluateEvery, 1...1_000_000_000),
          "Games between two exact evaluations."
        ),
      ]
    }
  }
}
