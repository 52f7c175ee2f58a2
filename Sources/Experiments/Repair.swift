internal import Charts
internal import Evaluation
internal import Players
internal import TicTacToe
internal import Training

extension Study {
  /// What does correcting a trained network by its own mistakes do?
  public static func repair(quick: Bool) -> Study {
    Study(
      name: "repair",
      question: "Can a trained network be corrected by its own mistakes?",
      isQuick: quick,
      seeds: quick ? 2 : 20,
      conditions: quick ? Repair.quick : Repair.all,
      figures: Repair.figures,
      measure: { (condition, seed) throws(Divergence) in
        try Repair.measure(condition, seed: seed, quick: quick)
      },
      findings: Repair.findings,
      charts: Repair.charts
    )
  }
}

/// The study of corrections: a network taught the good moves of a quarter of
/// the symmetry classes is shown some of its mistakes on the others.
private enum Repair {
  static let figures: [Figure] = [
    .init(name: "marked", kind: .mean, meaning: "mistakes there were to mark"),
    .init(name: "before", kind: .mean, meaning: "accuracy before, critical"),
    .init(name: "after", kind: .mean, meaning: "accuracy after, critical"),
    .init(name: "change", kind: .mean, meaning: "accuracy after minus before"),
    .init(
      name: "unlearned",
      kind: .mean,
      meaning: "share of the marked classes whose mark is not played any more"
    ),
    .init(name: "steps", kind: .mean, meaning: "steps until then"),
    .init(name: "fixed", kind: .mean, meaning: "positions put right"),
    .init(name: "broken", kind: .mean, meaning: "positions made wrong"),
  ]

  private static func conditions(
    _ counts: [String],
    _ losses: [String]
  ) -> [Condition] {
    counts.flatMap { count in
      losses.flatMap { loss in
        ["0", "20"].map {
          Condition(["mistakes": count, "loss": loss, "anchor": $0])
        }
      }
    }
  }

  static let all = conditions(
    ["1", "10", "50"],
    [
      "ascent", "ascent-floor", "unlikelihood", "set-unlikelihood",
      "negative-preference",
    ]
  )
  static let quick = conditions(["1", "10"], ["ascent", "set-unlikelihood"])

  /// The share of the classes whose good moves the network was taught: few
  /// enough for fifty mistakes on the others.
  private static let fraction: Float = 0.25

  /// The most steps of a correction, which ends as soon as no marked move is
  /// the likeliest any more.
  private static let mostSteps = 1000

  static func measure(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) throws(Divergence) -> [Double?] {
    let shown = TrainTestSplit.shown(fraction: fraction, seed: seed)
    let taught = try taught(seed: seed, quick: quick)
    let mistakes = mistakes(
      of: taught,
      count: condition.number("mistakes"),
      besides: shown,
      seed: seed
    )
    if mistakes.isEmpty { return figures.map { _ in nil } }
    var recipe = NegativeExamples.Recipe()
    recipe.source = .file
    recipe.loss = condition.choice("loss")
    recipe.anchor = condition.number("anchor")
    recipe.steps = mostSteps
    let space = StateSpace.ticTacToe
    var learner = NegativeExamples(
      recipe: recipe,
      seed: seed,
      examples: NegativeExamples.examples(
        for: recipe,
        seed: seed,
        mistakes: mistakes
      ),
      start: taught,
      anchors: space.decisionPositions.filter {
        shown.contains(SymmetryGroup.ticTacToe.canonical($0).position)
      }
    )
    while learner.mistakesLeft != 0, learner.steps < mostSteps {
      try learner.update()
    }
    let tables = (PolicyTable(of: taught), PolicyTable(of: learner.policy))
    let before = Judgement(of: tables.0)
    let after = Judgement(of: tables.1)
    let comparison = Comparison(of: tables.0, with: tables.1)
    let left = Double(learner.mistakesLeft ?? 0) / Double(mistakes.count)
    return [
      Double(mistakes.count), before.accuracy, after.accuracy,
      after.accuracy - before.accuracy,
      1 - left, Double(learner.steps), Double(comparison.fixed.count),
      Double(comparison.broken.count),
    ]
  }

  /// A network that was told the good moves of a quarter of the classes.
  private static func taught(
    seed: UInt64,
    quick: Bool
  ) throws(Divergence) -> NetworkPolicy {
    var recipe = NegativeExamples.Recipe()
    recipe.supervision = .good
    recipe.fraction = fraction
    recipe.steps = quick ? 200 : 1000
    recipe.batch = 64
    var learner = NegativeExamples(
      recipe: recipe,
      seed: seed,
      examples: NegativeExamples.examples(for: recipe, seed: seed)
    )
    for _ in 0..<recipe.steps { try learner.update() }
    return learner.policy
  }

  /// Some of its mistakes in other classes than those shown, one a class, in an
  /// order of the seed's own.
  private static func mistakes(
    of policy: NetworkPolicy,
    count: Int,
    besides shown: Set<Position>,
    seed: UInt64
  ) -> [Mistake] {
    let table = PolicyTable(of: policy)
    let solution = Solution.ticTacToe
    let order = TrainTestSplit.order(seed: seed)
    let mistakes = order.lazy.compactMap { position -> Mistake? in
      guard !shown.contains(position),
        let number = solution.space.number(of: position)
      else { return nil }
      let move = table.greedyMove(number)
      let optimal = solution.optimalMoves[number]
      if optimal.contains(move, in: position.rules) { return nil }
      return try? Mistake(move, in: position)
    }
    return Array(mistakes.prefix(count))
  }

  /// The conditions by how many mistakes are marked, under a heading.
  private static func groups(
    of summary: Summary
  ) -> [(title: String, conditions: [Condition])] {
    summary.groups(
      ["1", "10", "50"].map {
        ("\($0) of its mistakes marked", ["mistakes": $0])
      }
    )
  }

  static func findings(_ summary: Summary) -> [String] {
    groups(of: summary).flatMap { title, conditions in
      ["", title]
        + summary.table(
          of: conditions,
          figures: [
            "before", "after", "change", "unlearned", "steps", "broken",
          ]
        )
    }
  }

  static func charts(_ summary: Summary) -> [(name: String, svg: String)] {
    let chart = BarChart(
      title: "Critical positions played right after a correction",
      axis: Axis("accuracy", range: 0...1),
      groups: groups(of: summary).compactMap {
        summary.bars($0.title, "after", of: $0.conditions)
      }
    )
    return [("accuracy", chart.svg)]
  }
}
