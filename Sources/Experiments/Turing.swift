internal import Charts
internal import Evaluation
internal import Players
internal import Training

extension Study {
  /// How well is a hidden player inferred from its games?
  public static func turing(quick: Bool) -> Study {
    Study(
      name: "turing",
      question: "Can a player be inferred by watching it, and how best?",
      isQuick: quick,
      seeds: quick ? 2 : 20,
      conditions: quick ? Turing.quick : Turing.all,
      figures: Turing.figures,
      measure: { (condition, seed) throws(Divergence) in
        try Turing.measure(condition, seed: seed, quick: quick)
      },
      findings: Turing.findings,
      charts: Turing.charts
    )
  }
}

/// The study of inferring a stochastic player from games it plays with itself.
enum Turing {
  static let figures: [Figure] = [
    .init(
      name: "divergence",
      kind: .mean,
      meaning: "relative entropy from the player to the model, nats a move"
    ),
    .init(name: "moves", kind: .mean, meaning: "moves watched"),
  ]

  /// What is fitted to the games, and how.
  enum Model: String, CaseIterable {
    /// Knows nothing: every legal move alike.
    case uniform

    /// A network, by cross-entropy to the moves watched.
    case network

    /// A network whose moves must pass for the player's before another that
    /// sees the board, in exact expectation over all its moves: Turing
    /// Learning.
    case networkTuring = "network-turing"

    /// Six weights, by cross-entropy.
    case features

    /// Six weights that must pass for the player before a discriminator of six:
    /// Turing Learning.
    case featuresTuring = "features-turing"
  }

  private static let games = ["100", "1000", "10000"]

  private static func conditions(_ games: [String]) -> [Condition] {
    Hidden.allCases.flatMap { hidden in
      games.flatMap { games in
        Model.allCases.map {
          Condition([
            "player": hidden.rawValue, "games": games, "model": $0.rawValue,
          ])
        }
      }
    }
  }

  static let all = conditions(games)
  static let quick = conditions(["100"])

  static func measure(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) throws(Divergence) -> [Double?] {
    let hidden = condition.choice("player") as Hidden
    let truth = PolicyTable(of: hidden.policy(seed: seed))
    let watched = Demonstrations(
      of: truth,
      games: condition.number("games"),
      seed: seed
    )
    let policy = try policy(
      condition.choice("model"),
      watched,
      seed: seed,
      quick: quick
    )
    return [
      truth.relativeEntropy(of: PolicyTable(of: policy)), Double(watched.moves),
    ]
  }

  private static func policy(
    _ model: Model,
    _ watched: Demonstrations,
    seed: UInt64,
    quick: Bool
  ) throws(Divergence) -> any Policy {
    switch model {
    case .uniform: return UniformPolicy.random
    case .networkTuring:
      var recipe = AdversarialLearning.Recipe()
      recipe.answer = .everyMove
      recipe.isCanonical = true
      recipe.steps = quick ? 100 : 1000
      return try AdversarialLearning.taught(
        recipe,
        seed: seed,
        examples: watched.examples
      ).policy
    case .features: return FeatureImitation(of: watched).policy
    case .featuresTuring: return FeatureTuring(of: watched).policy
    case .network:
      var recipe = Imitation.Recipe()
      recipe.target = .soft
      recipe.steps = quick ? 100 : 1000
      var learner = Imitation(recipe: recipe, seed: seed, watched: watched)
      for _ in 0..<recipe.steps { try learner.update() }
      return learner.policy
    }
  }
}
