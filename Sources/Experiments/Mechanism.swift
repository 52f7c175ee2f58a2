internal import Evaluation
internal import NeuralNetwork
internal import Players
internal import TicTacToe
internal import Training

extension Study {
  /// Why does ascent fail, and what makes the others work?
  public static func mechanism(quick: Bool) -> Study {
    Study(
      name: "mechanism",
      question: "Why does ascent fail where unlikelihood succeeds?",
      isQuick: quick,
      seeds: quick ? 2 : 20,
      conditions: quick ? Mechanism.quick : Mechanism.all,
      figures: Mechanism.figures,
      measure: { (condition, seed) throws(Divergence) in
        try Mechanism.measure(condition, seed: seed, quick: quick)
      },
      findings: Mechanism.findings,
      charts: Mechanism.charts
    )
  }
}

/// The study of what the losses do while they are learned.
enum Mechanism {
  static let logits = FigureSeries(
    name: "logit",
    moments: [10, 30, 100, 300, 1000, 3000],
    meaning: "the largest logit after 10 steps"
  )

  static let figures: [Figure] =
    [
      .init(name: "accuracy", kind: .mean, meaning: "critical positions right"),
      .init(
        name: "ranking",
        kind: .mean,
        meaning: "choices that one fixed ranking of the nine squares makes too"
      ),
      .init(
        name: "plateau",
        kind: .mean,
        meaning: "critical positions with two bad moves above .3 each"
      ),
    ]
    + logits.figures

  private static func condition(
    _ lesson: String,
    _ loss: String,
    _ head: String = "softmax",
    _ canonical: String = "off"
  ) -> Condition {
    Condition([
      "lesson": lesson, "loss": loss, "head": head, "canonical": canonical,
    ])
  }

  static let all: [Condition] =
    [
      "ascent", "ascent-floor", "probability-descent", "unlikelihood",
      "set-unlikelihood",
    ].flatMap {
      [condition("bad", $0), condition("bad", $0, "softmax", "on")]
    } + historical

  static let quick =
    ["ascent", "set-unlikelihood"].map { condition("bad", $0) }
    + historical.prefix(1)

  /// The asker's own network: sigmoid outputs, quadratic cost.
  private static let historical = [
    condition("bad", "ascent", "sigmoid"),
    condition("bad", "unlikelihood", "sigmoid"),
    condition("good", "", "sigmoid"),
  ]

  static func measure(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) throws(Divergence) -> [Double?] {
    var recipe = NegativeExamples.Recipe()
    recipe.steps = quick ? 30 : 3000
    recipe.batch = 64
    recipe.supervision = condition.choice("lesson")
    recipe.loss = NegativeLoss(rawValue: condition["loss"]) ?? recipe.loss
    recipe.isCanonical = condition["canonical"] == "on"
    recipe.head = condition.choice("head")
    recipe.cost = recipe.head == .sigmoid ? .quadratic : .logarithm
    var learner = NegativeExamples(
      recipe: recipe,
      seed: seed,
      examples: NegativeExamples.examples(for: recipe, seed: seed)
    )
    var largest: [Double?] = []
    for step in 1...recipe.steps {
      try learner.update()
      if logits.moments.contains(step) {
        largest.append(learner.policy.largestLogit)
      }
    }
    largest += logits.moments.dropFirst(largest.count).map { _ in nil }
    let table = PolicyTable(of: learner.policy)
    return [
      Judgement(of: table).accuracy,
      FixedRanking(of: table).agreement, plateau(table),
    ] + largest
  }

  /// The share of the critical positions where two bad moves hold more than .3
  /// each: single unlikelihoods balance there.
  private static func plateau(_ table: PolicyTable) -> Double {
    let solution = Solution.ticTacToe
    var (critical, stuck) = (0, 0)
    for number in solution.space.decisions {
      let position = solution.space.positions[number]
      let bad = position.empty.subtracting(solution.optimalMoves[number])
      if bad.isEmpty { continue }
      critical += 1
      let held = solution.space.edges(of: number).count {
        !solution.isOptimal[$0] && table.probabilities[$0] > 0.3
      }
      if held >= 2 { stuck += 1 }
    }
    return Double(stuck) / Double(critical)
  }
}
