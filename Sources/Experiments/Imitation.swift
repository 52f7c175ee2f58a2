internal import Evaluation
internal import Players
internal import Training

extension Study {
  /// What does cloning an expert teach?
  public static func imitation(quick: Bool) -> Study {
    Study(
      name: "imitation",
      question: "What does a network learn by imitating good moves?",
      isQuick: quick,
      seeds: quick ? 2 : 20,
      conditions: quick ? Imitations.quick : Imitations.all,
      figures: Imitations.figures,
      measure: { (condition, seed) throws(Divergence) in
        try Imitations.measure(condition, seed: seed, quick: quick)
      },
      findings: Imitations.findings,
      charts: Imitations.charts
    )
  }
}

/// The study of good examples: the exact solution by several targets, games of
/// perfect play, and a network's own successes.
enum Imitations {
  static let figures: [Figure] = [
    .init(name: "perfectAt", kind: .mean, meaning: "first proof, steps, games"),
    .init(
      name: "epochs",
      kind: .mean,
      meaning: "that in passes over the boards"
    ),
    .init(name: "perfect", kind: .share, meaning: "perfect at the end"),
    .init(name: "unbeatable", kind: .share, meaning: "unbeatable at the end"),
    .init(
      name: "accuracy",
      kind: .mean,
      meaning: "share of the 3,191 critical positions played optimally, end"
    ),
    .init(
      name: "heldOut",
      kind: .mean,
      meaning: "the same on a fifth of the classes, the others being shown"
    ),
    .init(name: "mass", kind: .mean, meaning: "probability on bad moves, end"),
  ]

  private static func condition(
    _ teacher: String,
    target: String = "",
    head: String = "softmax",
    canonical: String = "on",
    games: String = ""
  ) -> Condition {
    Condition([
      "teacher": teacher, "target": target, "head": head,
      "canonical": canonical, "games": games,
    ])
  }

  /// How a network's own games teach: by what they pay, less the mean at the
  /// position or as it is.
  private static let pays = PolicyGradient.Recipe.Rewards.allCases.flatMap {
    rewards in
    PolicyGradient.Recipe.Baseline.allCases.map { baseline in
      (
        name: baseline == .mean
          ? "\(rewards.rawValue) less mean"
          : rewards.rawValue,
        rewards: rewards, baseline: baseline
      )
    }
  }

  static let all: [Condition] =
    ["on", "off"].flatMap { canonical in
      Imitation.Target.allCases.map {
        condition("solution", target: $0.rawValue, canonical: canonical)
      } + [
        condition(
          "solution",
          target: "set",
          head: "sigmoid",
          canonical: canonical
        )
      ]
    }
    + ["100", "1000", "10000"].flatMap { games in
      (["soft"] + adversaries.map(\.rawValue)).map {
        condition("games", target: $0, games: games)
      }
    }
    + pays.map { condition("itself", target: $0.name, games: "50000") }

  static let quick: [Condition] =
    ["soft", "set"].map { condition("solution", target: $0) }
    + ["soft", "exact"].map { condition("games", target: $0, games: "100") }
    + [condition("itself", target: "positive", games: "2000")]

  /// The steps of cloning, and of an adversary.
  private static let steps = 2000

  static func measure(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) throws(Divergence) -> [Double?] {
    if let answer = AdversarialLearning.Answer(rawValue: condition["target"]) {
      return try adversarial(
        answer,
        condition,
        seed: seed,
        steps: quick ? 200 : steps
      )
    }
    let options = options(condition, seed: seed, quick: quick)
    var run = TrainingRun(options)
    try run.finish()
    let judgement = Judgement(of: PolicyTable(of: run.policy))
    let first = run.first(.perfect)
    var epochs: Double?
    if let learner = run.learner as? Imitation {
      let batch = Double(learner.recipe.batch)
      epochs = first.map { $0 * batch / Double(learner.positions) }
    }
    let verdict = judgement.proof.verdict
    return [
      first, epochs, verdict == .perfect ? 1 : 0,
      verdict >= .unbeatable ? 1 : 0, judgement.accuracy,
      options.heldOutAccuracy(),
      judgement.proof.blunders.mass,
    ]
  }

  private static func options(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) -> RunOptions {
    let games = Int(condition["games"]) ?? 0
    if condition["teacher"] == "itself" {
      var recipe = PolicyGradient.Recipe.sampled
      recipe.games = games
      if let pay = pays.first(where: { $0.name == condition["target"] }) {
        recipe.rewards = pay.rewards
        recipe.baseline = pay.baseline
      }
      return RunOptions(seed: seed, goal: .games, recipe: recipe)
    }
    var recipe = Imitation.Recipe()
    recipe.target = .init(rawValue: condition["target"]) ?? recipe.target
    recipe.isCanonical = condition["canonical"] == "on"
    if condition["head"] == "sigmoid" {
      recipe.head = .sigmoid
      recipe.cost = .quadratic
      recipe.learningRate = 0.01
    }
    recipe.steps = quick ? 200 : steps
    recipe.evaluateEvery = 20
    var options = RunOptions(seed: seed, goal: .steps, recipe: recipe)
    if condition["teacher"] == "games" {
      options.watched = .perfectPlay(games: games, seed: seed)
    }
    return options
  }
}
