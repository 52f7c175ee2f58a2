internal import Charts
internal import Evaluation
internal import Players
internal import Training

extension Study {
  /// Can a network be taught by its bad moves alone?
  public static func negatives(quick: Bool) -> Study {
    Study(
      name: "negatives",
      question: "Can a network be taught what to avoid, by bad moves alone?",
      isQuick: quick,
      seeds: quick ? 2 : 20,
      conditions: quick ? Negatives.quick : Negatives.all,
      figures: Negatives.figures,
      measure: { (condition, seed) throws(Divergence) in
        try Negatives.measure(condition, seed: seed, quick: quick)
      },
      findings: Negatives.findings,
      charts: Negatives.charts
    )
  }
}

/// The study of negative examples.
enum Negatives {
  static let figures: [Figure] = [
    .init(
      name: "accuracy",
      kind: .mean,
      meaning: "share of the 3,191 critical positions played optimally"
    ),
    .init(name: "shown", kind: .mean, meaning: "the same, classes shown"),
    .init(name: "heldOut", kind: .mean, meaning: "the same, classes held out"),
    .init(
      name: "mass",
      kind: .mean,
      meaning: "mean probability on bad moves over all 4,520 decisions"
    ),
    .init(name: "logit", kind: .mean, meaning: "the largest logit"),
    .init(name: "unbeatable", kind: .share, meaning: "proven unbeatable"),
  ]

  static func measure(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) throws(Divergence) -> [Double?] {
    var recipe = NegativeExamples.Recipe()
    recipe.steps = quick ? 300 : 1000
    recipe.batch = 64
    recipe.isCanonical = condition["canonical"] == "on"
    recipe.fraction = condition.number("fraction")
    recipe.labels = Int(condition["labels"]) ?? 0
    recipe.supervision = condition.choice("lesson")
    recipe.loss = NegativeLoss(rawValue: condition["loss"]) ?? recipe.loss
    let source = condition["source"].split(separator: "-").map(String.init)
    recipe.source = NegativeSource(rawValue: source[0]) ?? .oracle
    if source.count > 1 { recipe.depth = Int(source[1]) ?? 1 }
    var learner = NegativeExamples(
      recipe: recipe,
      seed: seed,
      examples: NegativeExamples.examples(for: recipe, seed: seed)
    )
    for _ in 0..<recipe.steps { try learner.update() }
    let judgement = Judgement(
      of: PolicyTable(of: learner.policy),
      shown: TrainTestSplit.shown(
        fraction: recipe.fraction,
        seed: seed
      )
    )
    return [
      judgement.accuracy, judgement.shown, judgement.heldOut,
      judgement.proof.blunders.mass, learner.policy.largestLogit,
      judgement.proof.verdict >= .unbeatable ? 1 : 0,
    ]
  }

  static func findings(_ summary: Summary) -> [String] {
    var lines: [String] = []
    func table(_ title: String, _ values: KeyValuePairs<String, String>) {
      let rows = summary.study.conditions.filter { $0.matches(values) }
      if rows.isEmpty { return }
      lines += ["", title]
      lines += summary.table(
        of: rows,
        figures: ["accuracy", "heldOut", "logit", "unbeatable"]
      )
    }
    for canonical in ["off", "on"] {
      let input = "canonical input \(canonical)"
      table(
        "All 7,304 bad moves named (equivalent to good moves), \(input)",
        [
          "source": "oracle", "fraction": "1", "labels": "",
          "canonical": canonical,
        ]
      )
      for fraction in fractions.dropFirst() {
        table(
          "\(fraction) of the symmetry classes shown, \(input)",
          ["source": "oracle", "fraction": fraction, "canonical": canonical]
        )
      }
      for source in sources {
        table(
          "Bad moves by \(source) alone, \(input)",
          ["source": source, "canonical": canonical]
        )
      }
      for labels in ["500", "2000", "8000"] {
        table(
          "\(labels) single labels, \(input)",
          ["labels": labels, "canonical": canonical]
        )
      }
    }
    return lines
  }

  static func charts(_ summary: Summary) -> [(name: String, svg: String)] {
    ["off", "on"].compactMap { canonical in
      let rows = summary.study.conditions.filter {
        $0.matches([
          "source": "oracle", "fraction": "1", "labels": "",
          "canonical": canonical,
        ])
      }
      guard let bars = summary.bars("", "accuracy", of: rows) else {
        return nil
      }
      let chart = BarChart(
        title: "Critical positions played right, canonical input \(canonical)",
        axis: Axis("accuracy", range: 0...1),
        groups: [bars]
      )
      return ("accuracy-canonical-\(canonical)", chart.svg)
    }
  }
}
