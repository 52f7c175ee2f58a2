internal import Charts
internal import Evaluation
internal import Numbers
internal import TicTacToe
internal import Training

/// The study of negative examples: losses on complete labels by how much is
/// shown, sources by the losses that tell them apart, equal numbers of labels.
struct NegativesStudy: Study {
  static let name = "negatives"
  static let question =
    "Can a network be taught what to avoid, by bad moves alone?"
  let isQuick: Bool

  /// The labels shown and the loss on a bad move.
  struct Condition: StudyCondition {
    var lesson = NegativeExamples.Recipe.Supervision.bad
    var loss: NegativeLoss?
    var source = Source.oracle
    var fraction: Float = 1

    /// The number of single labels; nil for all of them.
    var labels: Int?

    var canonical: Bool

    var options: KeyValuePairs<String, String> {
      [
        "lesson": lesson.rawValue, "loss": loss?.rawValue ?? "",
        "source": source.rawValue,
        "fraction": NumberFormat.shortest(Double(fraction), places: 6),
        "labels": labels.map { "\($0)" } ?? "", "canonical": canonical.text,
      ]
    }
  }

  /// Where bad moves come from, with the plies of a look-ahead.
  enum Source: String, CaseIterable {
    case oracle
    case obvious1 = "obvious-1"
    case obvious3 = "obvious-3"
    case obvious5 = "obvious-5"
    case one, hindsight

    func apply(to recipe: inout NegativeExamples.Recipe) {
      switch self {
      case .oracle: recipe.source = .oracle
      case .obvious1: (recipe.source, recipe.depth) = (.obvious, 1)
      case .obvious3: (recipe.source, recipe.depth) = (.obvious, 3)
      case .obvious5: (recipe.source, recipe.depth) = (.obvious, 5)
      case .one: recipe.source = .one
      case .hindsight: recipe.source = .hindsight
      }
    }
  }

  private static let fractions: [Float] = [1, 0.5, 0.25, 0.1]
  private static let partial = Source.allCases.filter { $0 != .oracle }
  private static let labels = [500, 2000, 8000]

  var conditions: [Condition] {
    isQuick
      ? NegativesStudy.quick
      : [false, true].flatMap(NegativesStudy.conditions)
  }

  private static func conditions(canonical: Bool) -> [Condition] {
    // Every bad move of a fraction of the positions, by every loss; and the
    // same fraction's good moves.
    let complete =
      NegativeLoss.allCases.filter { $0 != .negativePreference }
      .map { Condition(loss: $0, canonical: canonical) }
      + [.good, .uniform, .both].map {
        Condition(lesson: $0, canonical: canonical)
      }
    let shown = complete.flatMap { condition in
      fractions.map { fraction in
        var condition = condition
        condition.fraction = fraction
        return condition
      }
    }
    let some = partial.flatMap { source in
      ([(.ascent, 1), (.unlikelihood, 1)]
        + fractions.map { (NegativeLoss.setUnlikelihood, $0) }).map {
          Condition(
            loss: $0, source: source, fraction: $1, canonical: canonical
          )
        }
    }
    let equal = labels.flatMap { labels in
      goodOrBad(canonical: canonical).map { condition in
        var condition = condition
        condition.labels = labels
        return condition
      }
    }
    return shown + some + equal
  }

  private static func goodOrBad(canonical: Bool) -> [Condition] {
    [
      Condition(lesson: .good, canonical: canonical),
      Condition(loss: .setUnlikelihood, canonical: canonical),
      Condition(loss: .ascent, canonical: canonical),
    ]
  }

  private static let quick: [Condition] =
    [false, true].flatMap { canonical in
      [NegativeLoss.ascent, .unlikelihood, .setUnlikelihood].map {
        Condition(loss: $0, canonical: canonical)
      }
    }
    + [Source.obvious1, .obvious3].map {
      Condition(loss: .setUnlikelihood, source: $0, canonical: false)
    }
    + goodOrBad(canonical: false).map { condition in
      var condition = condition
      condition.fraction = 0.5
      return condition
    }

  struct Figures: StudyFigures {
    var accuracy, shown, heldOut, mass, logit, unbeatable: Double?
  }

  var figures: [Figure<Figures>] {
    [
      .mean("accuracy", \.accuracy, "share of 3,191 critical positions right"),
      .mean("shown", \.shown, "the same, classes shown"),
      .mean("heldOut", \.heldOut, "the same, classes held out"),
      .mean("mass", \.mass, "mean probability on bad moves, 4,520 decisions"),
      .mean("logit", \.logit, "the largest logit"),
      .share("unbeatable", \.unbeatable, "proven unbeatable"),
    ]
  }

  func measure(
    _ condition: Condition, seed: UInt64
  ) throws(Divergence) -> Figures {
    var recipe = NegativeExamples.Recipe()
    recipe.steps = isQuick ? 300 : 1000
    recipe.batch = 64
    recipe.isCanonical = condition.canonical
    recipe.fraction = condition.fraction
    recipe.labels = condition.labels ?? 0
    recipe.supervision = condition.lesson
    recipe.loss = condition.loss ?? recipe.loss
    condition.source.apply(to: &recipe)
    var learner = NegativeExamples(recipe, seed: seed)
    try learner.finish()
    let table = learner.policy.table
    let accuracy = Accuracy(
      of: table,
      shown: TrainTestSplit.shown(
        fraction: recipe.fraction, of: ticTacToe.decisionClasses, seed: seed
      )
    )
    let proof = Proof(of: table, on: ticTacToe)
    return Figures(
      accuracy: accuracy.overall, shown: accuracy.shown,
      heldOut: accuracy.heldOut, mass: proof.blunders.mass,
      logit: learner.policy.largestLogit,
      unbeatable: Double(proof.verdict >= .unbeatable)
    )
  }

  func findings(_ summary: Summary<Self>) -> [String] {
    var headings: [Heading] = []
    for canonical in [false, true] {
      let input = "canonical input \(canonical.text)"
      headings.append(NegativesStudy.complete(canonical))
      for fraction in NegativesStudy.fractions.dropFirst() {
        let share = NumberFormat.shortest(Double(fraction), places: 6)
        headings.append(
          (
            "\(share) of the symmetry classes shown, \(input)",
            {
              $0.fraction == fraction && $0.source == .oracle
                && $0.canonical == canonical
            }
          )
        )
      }
      for source in NegativesStudy.partial {
        headings.append(
          (
            "Bad moves by \(source.rawValue) alone, \(input)",
            { $0.source == source && $0.canonical == canonical }
          )
        )
      }
      for labels in NegativesStudy.labels {
        headings.append(
          (
            "\(labels) single labels, \(input)",
            { $0.labels == labels && $0.canonical == canonical }
          )
        )
      }
    }
    return summary.tables(
      of: summary.groups(headings),
      [\.accuracy, \.heldOut, \.logit, \.unbeatable]
    )
  }

  private typealias Heading = (title: String, holds: (Condition) -> Bool)

  /// The conditions to which every bad move is named.
  private static func complete(_ canonical: Bool) -> Heading {
    (
      "All 7,304 bad moves named (equivalent to good moves), "
        + "canonical input \(canonical.text)",
      {
        $0.source == .oracle && $0.fraction == 1 && $0.labels == nil
          && $0.canonical == canonical
      }
    )
  }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    [false, true].compactMap { canonical in
      let (_, holds) = NegativesStudy.complete(canonical)
      let bars = summary.bars(of: summary.groups([("", holds)]), \.accuracy)
      guard !bars.isEmpty else { return nil }
      let chart = BarChart(
        title: "Critical positions played right, canonical input "
          + canonical.text,
        axis: Axis("accuracy", range: 0...1),
        groups: bars
      )
      return ("accuracy-canonical-\(canonical.text)", chart.svg)
    }
  }
}
