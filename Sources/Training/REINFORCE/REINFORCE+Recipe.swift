extension REINFORCE {
  /// Every choice of self-play by REINFORCE. The defaults are the recipe that
  /// works; each can be switched off to see what it does.
  public struct Recipe: ModelRecipe {
    /// What the return is compared with to give the advantage.
    public enum Baseline: String, Sendable, CaseIterable {
      /// A running mean kept per position.
      case mean

      /// Nothing: the advantage is the return.
      case none
    }

    /// Which actions of a position met are learned from.
    public enum Actions: String, Sendable, CaseIterable {
      /// All legal ones, by what each is worth: the result where it ends the
      /// game, else the running mean of the position it leads to.
      case all

      /// The one that was made, by its return: REINFORCE of 1992.
      case sampled
    }

    /// What the results of games pay.
    public enum Rewards: String, Sendable, CaseIterable {
      /// A win 1, a loss −1.
      case signed

      /// A win 1, a loss nothing: own successes alone are learned from.
      case positive
    }

    /// Where bad moves to learn from beside self-play come from.
    public enum Negatives: String, Sendable, CaseIterable {
      /// Nowhere.
      case none

      /// Each game's last move of the loser that was not forced.
      case hindsight
    }

    /// What is trained.
    public var model: Model = .network

    /// The units of the hidden layer.
    public var hidden = 128

    /// Whether the network sees each position by its canonical image. A table
    /// always does.
    public var isCanonical = true

    /// The budget in games, over which the schedules run.
    public var games = 50_000

    /// Games an update.
    public var batch = 16

    /// Which actions of a position met are learned from.
    public var actions: Actions = .all

    /// Passes over each batch: with sampled actions 1 is REINFORCE, more are
    /// PPO.
    public var epochs = 1

    /// The ε of PPO's clipped surrogate, where sampled actions are passed over
    /// more than once.
    public var clip: Float = 0.2

    /// A game starts after 0…`openingPlies` random moves.
    public var openingPlies = 7

    /// How often the first learned move of a game is uniformly random.
    public var exploration: Float = 0.5

    /// Sampled exploring moves with a negative advantage are not trained on
    /// where the policy gives them less than this.
    public var explorationFloor: Float = 0.01

    /// The factor by which a result counts less for each ply it lies ahead.
    public var discount: Float = 0.95

    /// What the return is compared with.
    public var baseline: Baseline = .mean

    /// What the results of games pay.
    public var rewards: Rewards = .signed

    /// The share of the games that are played against a best response to the
    /// policy instead of the policy itself.
    public var exploiter: Float = 0

    /// The weight of the entropy bonus at the start.
    public var entropy: Float = 0.5

    /// The weight of the entropy bonus from `entropyDecay` of the budget on.
    public var finalEntropy: Float = 0.05

    /// The share of the budget over which the entropy bonus falls, by a
    /// constant factor.
    public var entropyDecay: Float = 0.5

    /// The rule that makes the steps.
    public var optimizer: OptimizerName = .adam

    /// The learning rate at the start.
    public var learningRate: Float = 0.02

    /// The learning rate at the end of the budget.
    public var finalLearningRate: Float = 0.0005

    /// Games between two exact evaluations.
    public var evaluateEvery = 1024

    /// Where bad moves to learn from beside self-play come from.
    public var negatives: Negatives = .none

    /// The loss on those.
    public var negativeLoss: NegativeLoss = .unlikelihood

    /// The weight of that loss, beside 1 for the policy gradient of a move.
    public var negativeWeight: Float = 1

    /// Creates the default recipe.
    public init() {}

    /// REINFORCE as of 1992, which learns from the action it sampled: the
    /// choices that work for it.
    public static let sampled: Recipe = {
      var recipe = Recipe()
      recipe.actions = .sampled
      recipe.games = 200_000
      recipe.entropy = 0.2
      recipe.finalEntropy = 0.002
      recipe.learningRate = 0.012
      return recipe
    }()
  }
}
