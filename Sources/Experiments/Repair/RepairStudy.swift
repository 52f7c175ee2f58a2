internal import Charts
internal import Evaluation
internal import Players
internal import TicTacToe
internal import Training

/// The study of corrections: a network taught the good moves of a quarter of
/// the symmetry classes is shown some of its mistakes on the others.
struct RepairStudy: Study {
  static let name = "repair"
  static let question =
    "Can a trained network be corrected by its own mistakes?"
  let isQuick: Bool

  struct Condition: StudyCondition {
    let mistakes: Int
    let loss: NegativeLoss

    /// The weight of the anchor to the policy before.
    let anchor: Int

    var options: KeyValuePairs<String, String> {
      [
        "mistakes": "\(mistakes)", "loss": loss.rawValue, "anchor": "\(anchor)",
      ]
    }
  }

  private static let counts = [1, 10, 50]

  var conditions: [Condition] {
    let losses: [NegativeLoss] =
      isQuick
      ? [.ascent, .setUnlikelihood]
      : [
        .ascent, .ascentFloor, .unlikelihood, .setUnlikelihood,
        .negativePreference,
      ]
    return RepairStudy.counts.prefix(isQuick ? 2 : 3).flatMap { count in
      losses.flatMap { loss in
        [0, 20].map { Condition(mistakes: count, loss: loss, anchor: $0) }
      }
    }
  }

  struct Figures: StudyFigures {
    var marked, before, after, change: Double?
    var unlearned, steps, fixed, broken: Double?
  }

  var figures: [Figure<Figures>] {
    [
      .mean("marked", \.marked, "mistakes there were to mark"),
      .mean("before", \.before, "accuracy before, critical"),
      .mean("after", \.after, "accuracy after, critical"),
      .mean("change", \.change, "accuracy after minus before"),
      .mean("unlearned", \.unlearned, "share of marked moves no longer played"),
      .mean("steps", \.steps, "steps until then"),
      .mean("fixed", \.fixed, "positions put right"),
      .mean("broken", \.broken, "positions made wrong"),
    ]
  }

  /// The share of the classes whose good moves the network was taught: few
  /// enough for fifty mistakes on the others.
  private static let fraction: Float = 0.25

  /// The most steps of a correction, which ends as soon as no marked move is
  /// the likeliest any more.
  private static let mostSteps = 1000

  func measure(
    _ condition: Condition, seed: UInt64
  ) throws(Divergence) -> Figures {
    let shown = TrainTestSplit.shown(
      fraction: RepairStudy.fraction, of: ticTacToe.decisionClasses, seed: seed
    )
    let taught = try taught(seed: seed)
    let mistakes = mistakes(
      of: taught, count: condition.mistakes, outside: shown, seed: seed
    )
    if mistakes.isEmpty { return Figures() }
    var recipe = NegativeExamples.Recipe()
    recipe.source = .file
    recipe.loss = condition.loss
    recipe.anchor = Float(condition.anchor)
    recipe.steps = RepairStudy.mostSteps
    var learner = NegativeExamples(
      recipe: recipe,
      seed: seed,
      on: ticTacToe,
      examples: NegativeExamples.examples(
        for: recipe, seed: seed, on: ticTacToe, mistakes: mistakes
      ),
      start: taught,
      anchors: ticTacToe.states.decisionPositions.filter {
        shown.contains(ticTacToe.group.canonical($0).position)
      }
    )
    while learner.mistakesLeft != 0, learner.steps < RepairStudy.mostSteps {
      try learner.update()
    }
    let tables = (taught.table, learner.policy.table)
    let before = Accuracy(of: tables.0).overall
    let after = Accuracy(of: tables.1).overall
    let comparison = Comparison(of: tables.0, with: tables.1, on: ticTacToe)
    let left = Double(learner.mistakesLeft ?? 0) / Double(mistakes.count)
    return Figures(
      marked: Double(mistakes.count), before: before, after: after,
      change: after - before, unlearned: 1 - left, steps: Double(learner.steps),
      fixed: Double(comparison.fixed.count),
      broken: Double(comparison.broken.count)
    )
  }

  private func taught(seed: UInt64) throws(Divergence) -> NetworkPolicy {
    var recipe = NegativeExamples.Recipe()
    recipe.supervision = .good
    recipe.fraction = RepairStudy.fraction
    recipe.steps = isQuick ? 200 : 1000
    recipe.batch = 64
    var learner = NegativeExamples(recipe, seed: seed)
    try learner.finish()
    return learner.policy
  }

  /// Some of its mistakes in other classes than those shown, one per class, in
  /// an order of the seed's own.
  private func mistakes(
    of policy: NetworkPolicy, count: Int, outside shown: Set<Position>,
    seed: UInt64
  ) -> [Mistake] {
    let table = policy.table
    let solution = ticTacToe.solution
    let order = TrainTestSplit.order(of: ticTacToe.decisionClasses, seed: seed)
    let mistakes = order.lazy.compactMap { position -> Mistake? in
      guard !shown.contains(position),
        let number = solution.graph.node(of: position)
      else { return nil }
      let move = table.greedyMove(number)
      let optimal = solution.optimalMoves[number]
      if optimal.contains(move, in: position.rules) { return nil }
      return try? Mistake(move, in: position)
    }
    return Array(mistakes.prefix(count))
  }

  private func groups(of summary: Summary<Self>) -> [Summary<Self>.Group] {
    summary.groups(
      RepairStudy.counts.map { count in
        ("\(count) of its mistakes marked", { $0.mistakes == count })
      }
    )
  }

  func findings(_ summary: Summary<Self>) -> [String] {
    summary.tables(
      of: groups(of: summary),
      [\.before, \.after, \.change, \.unlearned, \.steps, \.broken]
    )
  }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    let chart = BarChart(
      title: "Critical positions played right after a correction",
      axis: Axis("accuracy", range: 0...1),
      groups: summary.bars(of: groups(of: summary), \.after)
    )
    return [("accuracy", chart.svg)]
  }
}
