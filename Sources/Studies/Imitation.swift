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
      measure: { Imitations.measure($0, seed: $1, quick: quick) },
      findings: Imitations.findings,
      charts: { _ in [] }
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

  /// How a network's own games teach: by what they pay.
  private static let pays = ["positive", "signed"]

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
    + pays.map { condition("itself", target: $0, games: "50000") }

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
  ) -> [Double?] {
    if let answer = AdversarialLearning.Answer(rawValue: condition["target"]) {
      return adversarial(
        answer,
        condition,
        seed: seed,
        steps: quick ? 200 : steps
      )
    }
    let options = options(condition, seed: seed, quick: quick)
    var run = TrainingRun(options)
    guard run.finish() != nil else { return figures.ofDivergence }
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
      var recipe = REINFORCE.Recipe.sampled
      recipe.games = games
      if condition["target"] == "positive" {
        recipe.rewards = .positive
        recipe.baseline = .none
      }
      return RunOptions(seed: seed, goal: .games, method: .reinforce(recipe))
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
    var options = RunOptions(seed: seed, goal: .steps, method: .clone(recipe))
    if condition["teacher"] == "games" {
      options.watched = .perfectPlay(games: games, seed: seed)
    }
    return options
  }

  static func findings(_ summary: Summary) -> [String] {
    var lines: [String] = []
    let titles: [(String, KeyValuePairs<String, String>)] = [
      (
        "The exact solution, boards up to symmetry",
        ["teacher": "solution", "canonical": "on"]
      ),
      (
        "The exact solution, every board by itself",
        ["teacher": "solution", "canonical": "off"]
      ),
      (
        "Games of perfect play after 0 to 7 random moves, cloned or by GAIL",
        ["teacher": "games"]
      ),
      (
        "Its own games: successes alone, and with failures",
        ["teacher": "itself"]
      ),
    ]
    for (title, values) in titles {
      let rows = summary.study.conditions.filter { $0.matches(values) }
      if rows.isEmpty { continue }
      lines += ["", title]
      lines += summary.table(of: rows, figures: figures.map(\.name))
    }
    lines += ["", "Accuracy, paired"]
    func compare(
      _ name: String,
      _ values: KeyValuePairs<String, String>,
      minus other: KeyValuePairs<String, String>
    ) {
      let text = summary.comparison(
        "accuracy",
        summary.condition(values),
        minus: summary.condition(other),
        aim: .high
      )
      if let text { lines.append("\(name): \(text)") }
    }
    for canonical in ["on", "off"] {
      compare(
        "set minus soft, canonical \(canonical)",
        ["teacher": "solution", "target": "set", "canonical": canonical],
        minus: [
          "teacher": "solution", "target": "soft", "canonical": canonical,
        ]
      )
    }
    for games in ["100", "1000", "10000"] {
      for answer in adversaries {
        compare(
          "\(games) games: adversary, \(answer.rawValue), minus cloning",
          ["teacher": "games", "target": answer.rawValue, "games": games],
          minus: ["teacher": "games", "target": "soft", "games": games]
        )
      }
    }
    compare(
      "own successes minus signed rewards",
      ["teacher": "itself", "target": "positive"],
      minus: ["teacher": "itself", "target": "signed"]
    )
    return lines
  }
}
