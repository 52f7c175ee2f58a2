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
      seeds: quick ? 2 : 20,
      conditions: quick ? Negatives.quick : Negatives.all,
      figures: Negatives.figures,
      measure: { Negatives.measure($0, seed: $1, quick: quick) },
      findings: Negatives.findings,
      charts: Negatives.charts
    )
  }
}

/// The study of negative examples.
private enum Negatives {
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

  /// A condition: what is told, by which loss, of how much.
  private static func condition(
    lesson: String,
    loss: String,
    source: String,
    fraction: String = "1",
    labels: String = "",
    canonical: String
  ) -> Condition {
    Condition([
      "lesson": lesson, "loss": loss, "source": source, "fraction": fraction,
      "labels": labels, "canonical": canonical,
    ])
  }

  private static let losses = NegativeLoss.allCases
    .filter { $0 != .negativePreference }.map(\.rawValue)
  private static let fractions = ["1", "0.5", "0.25", "0.1"]
  private static let sources = [
    "obvious-1", "obvious-3", "obvious-5", "one", "hindsight",
  ]

  /// Losses by fraction from complete labels; sources by the losses that tell
  /// them apart; equal numbers of labels.
  static let all: [Condition] = ["off", "on"].flatMap {
    complete(canonical: $0) + partial(canonical: $0) + equal(canonical: $0)
  }

  /// Every bad move of a fraction of the positions, by every loss; and the same
  /// fraction's good moves.
  private static func complete(canonical: String) -> [Condition] {
    let lessons =
      losses.map { ("bad", $0) }
      + ["good", "uniform", "both"].map { ($0, "") }
    return lessons.flatMap { lesson, loss in
      fractions.map {
        condition(
          lesson: lesson,
          loss: loss,
          source: "oracle",
          fraction: $0,
          canonical: canonical
        )
      }
    }
  }

  /// Some bad moves of the positions.
  private static func partial(canonical: String) -> [Condition] {
    sources.flatMap { source in
      let choices =
        [("ascent", "1"), ("unlikelihood", "1")]
        + fractions.map { ("set-unlikelihood", $0) }
      return choices.map { loss, fraction in
        condition(
          lesson: "bad",
          loss: loss,
          source: source,
          fraction: fraction,
          canonical: canonical
        )
      }
    }
  }

  /// Equal numbers of single labels, good or bad.
  private static func equal(canonical: String) -> [Condition] {
    let lessons = [
      ("good", ""), ("bad", "set-unlikelihood"), ("bad", "ascent"),
    ]
    return ["500", "2000", "8000"].flatMap { labels in
      lessons.map { lesson, loss in
        condition(
          lesson: lesson,
          loss: loss,
          source: "oracle",
          labels: labels,
          canonical: canonical
        )
      }
    }
  }

  /// The conditions that a test has time for.
  static let quick: [Condition] = {
    let inputs = ["off", "on"]
    let named = inputs.flatMap { canonical in
      ["ascent", "unlikelihood", "set-unlikelihood"].map {
        condition(
          lesson: "bad",
          loss: $0,
          source: "oracle",
          canonical: canonical
        )
      }
    }
    let seen = ["obvious-1", "obvious-3"].map {
      condition(
        lesson: "bad",
        loss: "set-unlikelihood",
        source: $0,
        canonical: "off"
      )
    }
    let lessons = [
      ("good", ""), ("bad", "set-unlikelihood"), ("bad", "ascent"),
    ]
    let half = lessons.map { lesson, loss in
      condition(
        lesson: lesson,
        loss: loss,
        source: "oracle",
        fraction: "0.5",
        canonical: "off"
      )
    }
    return named + seen + half
  }()

  static func measure(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) -> [Double?] {
    var recipe = NegativeExamples.Recipe()
    recipe.steps = quick ? 300 : 1000
    recipe.batch = 64
    recipe.isCanonical = condition["canonical"] == "on"
    recipe.fraction = Float(condition["fraction"]) ?? 1
    recipe.labels = Int(condition["labels"]) ?? 0
    recipe.lesson = .init(rawValue: condition["lesson"]) ?? .bad
    recipe.loss = NegativeLoss(rawValue: condition["loss"]) ?? recipe.loss
    let source = condition["source"].split(separator: "-").map(String.init)
    recipe.source = NegativeSource(rawValue: source[0]) ?? .oracle
    if source.count > 1 { recipe.depth = Int(source[1]) ?? 1 }
    var learner = NegativeExamples(
      recipe: recipe,
      seed: seed,
      examples: NegativeExamples.examples(for: recipe, seed: seed)
    )
    for _ in 0..<recipe.steps {
      do { try learner.update() } catch {
        return figures.map { $0.kind == .share ? 0 : nil }
      }
    }
    let judgement = Judgement(
      of: PolicyTable(of: learner.policy),
      shown: NegativeExamples.shownClasses(
        fraction: recipe.fraction,
        seed: seed
      )
    )
    return [
      judgement.accuracy, judgement.shown, judgement.heldOut,
      judgement.proof.blunders.mass, judgement.largestLogit,
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
      let bars = rows.compactMap { condition -> BarChart.Bar? in
        guard let e = summary.estimate("accuracy", condition) else {
          return nil
        }
        let name =
          condition["loss"].isEmpty
          ? "good moves: \(condition["lesson"])" : condition["loss"]
        return .init(name, e.value, in: e.low...e.high)
      }
      guard !bars.isEmpty else { return nil }
      let chart = BarChart(
        title: "Critical positions played right, canonical input \(canonical)",
        axis: Axis("accuracy", range: 0...1),
        groups: [.init("", bars)]
      )
      return ("accuracy-canonical-\(canonical)", chart.svg)
    }
  }
}
