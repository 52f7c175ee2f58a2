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
    package static let title =
      "Self-play (defaults of 3x3; other boards differ)"
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
    /// it keeps what self-play has taught it elsewhere.
    package mutating func adapt(
      to options: RunOptions, isGiven: (String) -> Bool
    ) {
      let board = options.board
      if board.scope == .graph { return }
      var preset = self
      if board.scope == .search, !isGiven("actions") {
        preset.estimator = .allActions
      }
      if !isGiven("games") {
        preset.games =
          board.scope == .search ? 200_000 : isSampled ? 40_000 : 20_000
      }
      let squares = board.rules.squareCount
      preset.openingPlies = squares * 5 / 8
      if squares < OutcomeVector.capacity { preset.baseline = .value }
      preset.adaptToCounted()
      if board.scope == .search { preset.adaptToSearched() }
      for option in Self.options where isGiven(option.name) {
        option.set(option.text(in: self), in: &preset)
      }
      self = preset
    }

    private var isSampled: Bool { estimator == .sampled }

    /// Where every position can be counted, a walk takes a moment: rounds of
    /// refutations may come often. After little or no self-play there is much to
    /// unlearn, and it is unlearned further: with the higher floor some policies
    /// were not proven in 100 rounds.
    private mutating func adaptToCounted() {
      evaluateEvery = 4096
      discount = 0.97
      if isSampled { (entropy, finalEntropy) = (0.3, 0.03) }
      let isBrief = games < 10_000
      negativeFloor = isBrief ? 0.05 : 0.2
      negativeAnchor = 1
      negativeLearningRate = 0.002
      negativeSteps = isBrief ? 1500 : 500
      negativeRounds = isBrief ? 1000 : 100
    }

    /// Beyond 16 squares a walk takes seconds: self-play is to leave it little
    /// to unlearn, by all actions, in the end with hardly any entropy.
    private mutating func adaptToSearched() {
      hidden = 256
      evaluateEvery = 20_000
      discount = 0.98
      (learningRate, finalLearningRate) = (0.01, 0.00025)
      (entropy, finalEntropy) = (0.5, 0.002)
      negativeAnchor = 10
      negativeLearningRate = 0.0005
    }

    package func learner(for options: RunOptions) -> any Learner {
      PolicyGradient(
        recipe: self, seed: options.seed, on: options.board,
        start: options.start?.policy
      )
    }
  }
}
