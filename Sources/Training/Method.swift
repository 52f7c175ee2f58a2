/// A way of learning with its recipe.
public enum Method: Sendable, Equatable {
  /// Self-play by policy gradients.
  case reinforce(REINFORCE.Recipe)

  /// Learning what to avoid.
  case negatives(NegativeExamples.Recipe)

  /// Cloning an expert.
  case clone(Imitation.Recipe)

  /// Passing for an expert before a discriminator.
  case gail(GAIL.Recipe)

  /// The ways of learning by name.
  public enum Name: String, Sendable, CaseIterable {
    /// Self-play by policy gradients.
    case reinforce

    /// Learning what to avoid.
    case negatives

    /// Cloning an expert.
    case clone

    /// Passing for an expert before a discriminator.
    case gail

    /// What a run stops at unless told otherwise.
    public var goal: Goal {
      switch self {
      case .reinforce, .clone: .perfect
      case .negatives, .gail: .unbeatable
      }
    }

    /// What it counts.
    public var unit: String {
      switch self {
      case .reinforce: "games"
      case .negatives, .clone, .gail: "steps"
      }
    }
  }

  /// The name.
  public var name: Name {
    switch self {
    case .reinforce: .reinforce
    case .negatives: .negatives
    case .clone: .clone
    case .gail: .gail
    }
  }

  /// The choices.
  var recipe: any LearningRecipe {
    switch self {
    case .reinforce(let recipe): recipe
    case .negatives(let recipe): recipe
    case .clone(let recipe): recipe
    case .gail(let recipe): recipe
    }
  }

  /// How many games or steps it may take.
  public var budget: Int {
    switch self {
    case .reinforce(let recipe): recipe.games
    case .negatives(let recipe): recipe.steps
    case .clone(let recipe): recipe.steps
    case .gail(let recipe): recipe.steps
    }
  }

  /// Games or steps between two exact evaluations.
  public var evaluateEvery: Int {
    switch self {
    case .reinforce(let recipe): recipe.evaluateEvery
    case .negatives(let recipe): recipe.evaluateEvery
    case .clone(let recipe): recipe.evaluateEvery
    case .gail(let recipe): recipe.evaluateEvery
    }
  }

  /// The options that differ from their defaults, as a command writes them.
  var words: [String] { recipe.words }
}
