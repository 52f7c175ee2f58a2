internal import Charts
internal import Evaluation
internal import NeuralNetwork
internal import Players
internal import TicTacToe
internal import Training

extension Study {
  /// Does an adversary help a small network to learn from a large one?
  public static func distillation(quick: Bool) -> Study {
    Study(
      name: "distillation",
      question:
        "Does an adversary help a small network learn from a large one?",
      isQuick: quick,
      seeds: quick ? 2 : 20,
      conditions: quick ? Distillation.quick : Distillation.all,
      figures: Distillation.figures,
      measure: { (condition, seed) throws(Divergence) in
        try Distillation.measure(condition, seed: seed, quick: quick)
      },
      findings: Distillation.findings,
      charts: Distillation.charts
    )
  }
}

/// The study of teachers and students: a network of 256 hidden units, taught
/// the solution, teaches one of few by its probabilities on the same boards.
private enum Distillation {
  static let figures: [Figure] = [
    .init(
      name: "heldOut",
      kind: .mean,
      meaning: "share of the boards held out that are played optimally"
    ),
    .init(name: "shown", kind: .mean, meaning: "the same, boards shown"),
    .init(
      name: "teacher",
      kind: .mean,
      meaning: "boards held out that its teacher plays optimally"
    ),
    .init(
      name: "divergence",
      kind: .mean,
      meaning: "mean KL from the teacher's policy, boards held out"
    ),
  ]

  /// What the student learns by.
  private static let lessons: [(name: String, weights: (Float, Float)?)] = [
    ("solution", nil), ("KL", (1, 0)), ("adversary", (0, 1)),
    ("KL + .1 adversary", (1, 0.1)),
  ]

  private static func conditions(_ sizes: [String]) -> [Condition] {
    sizes.flatMap { hidden in
      lessons.map { Condition(["hidden": hidden, "by": $0.name]) }
    }
  }

  static let all = conditions(["16", "6"])
  static let quick = conditions(["6"])

  static func measure(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) throws(Divergence) -> [Double?] {
    let boards = Boards(seed: seed)
    var recipe = AdversarialLearning.Recipe()
    if quick { recipe.steps = 150 }
    (recipe.adversaryWeight, recipe.crossEntropyWeight) = (0, 1)
    recipe.hidden = 256
    let solution = boards.examples
    let teacher = try AdversarialLearning.taught(
      recipe,
      seed: seed,
      examples: solution
    ).policy
    guard let lesson = lessons.first(where: { $0.name == condition["by"] })
    else { preconditionFailure("no lesson \(condition["by"])") }
    if let (supervised, adversary) = lesson.weights {
      recipe.crossEntropyWeight = supervised
      recipe.adversaryWeight = adversary
    }
    recipe.hidden = condition.number("hidden")
    // The cross-entropy to a fixed teacher is the divergence from it and a
    // constant.
    let examples =
      lesson.weights == nil
      ? solution
      : solution.map { example in
        AdversarialLearning.Example(
          example.board,
          target: OutcomeVector(teacher.probabilities(in: example.board))
        )
      }
    let student = try AdversarialLearning.taught(
      recipe,
      seed: seed,
      examples: examples
    ).policy
    let tables = (PolicyTable(of: teacher), PolicyTable(of: student))
    let divergences = boards.heldOut.map {
      tables.0.relativeEntropy(of: tables.1, in: $0)
    }
    return [
      boards.heldOutAccuracy(of: tables.1),
      Boards.accuracy(on: boards.shown, tables.1.greedyMove),
      boards.heldOutAccuracy(of: tables.0),
      divergences.reduce(0, +) / Double(divergences.count),
    ]
  }

  static func findings(_ summary: Summary) -> [String] {
    var lines =
      ["", "Students of a teacher with 256 hidden units"]
      + summary.table(
        of: summary.study.conditions,
        figures: figures.map(\.name)
      ) + ["", "Paired differences"]
    for condition in summary.study.conditions where condition["by"] != "KL" {
      guard
        let plain = summary.condition([
          "hidden": condition["hidden"], "by": "KL",
        ])
      else { continue }
      lines += [
        summary.verdict(
          "heldOut",
          of: condition,
          against: plain,
          called: "KL"
        )
      ].compactMap { $0 }
    }
    return lines
  }

  static func charts(_ summary: Summary) -> [(name: String, svg: String)] {
    let groups = summary.groups(
      ["16", "6"].map { ("\($0) hidden units", ["hidden": $0]) }
    ).compactMap { summary.bars($0.title, "heldOut", of: $0.conditions) }
    let chart = BarChart(
      title: "Students of a large network: boards held out",
      axis: Axis("played optimally", range: 0...1),
      groups: groups
    )
    return [("accuracy", chart.svg)]
  }
}
