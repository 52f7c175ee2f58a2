internal import Charts
internal import Checkpoints
internal import Evaluation
internal import Players
internal import TicTacToe
internal import Training

/// The study of the loop: self-play that unlearns its own bad moves, by each
/// source of them and each loss.
struct LoopStudy: Study {
  static let name = "loop"
  static let question =
    "Does unlearning its own bad moves help self-play, and must the ascent stop?"
  static let fullSeeds = 40
  let isQuick: Bool

  /// What is done about a move named bad.
  enum Lesson: String, CaseIterable {
    case ascent
    case ascentFloor = "ascent-floor"
    case unlikelihood
    case setUnlikelihood = "set-unlikelihood"

    /// A control: the good moves of the same position are named.
    case goodMoves = "good moves"

    var loss: NegativeLoss {
      switch self {
      case .ascent: .ascent
      case .ascentFloor: .ascentFloor
      case .unlikelihood: .unlikelihood
      case .setUnlikelihood, .goodMoves: .setUnlikelihood
      }
    }
  }

  /// What is learned from the games.
  enum Actions: String {
    case sampled, all

    /// Nothing, and nothing in hindsight: a control that only unlearns what an
    /// evaluation finds.
    case none
  }

  struct Condition: StudyCondition {
    let actions: Actions
    var source: PolicyGradient.Recipe.Negatives = .none

    /// Nil without bad moves.
    var lesson: Lesson?

    var options: KeyValuePairs<String, String> {
      [
        "actions": actions.rawValue, "source": source.rawValue,
        "loss": lesson?.rawValue ?? "",
      ]
    }
  }

  private var actions: [Actions] { isQuick ? [.sampled] : [.sampled, .all] }

  private var sources: [PolicyGradient.Recipe.Negatives] {
    isQuick ? [.all] : [.hindsight, .refutations, .all]
  }

  private func conditions(_ actions: Actions) -> [Condition] {
    [Condition(actions: actions)]
      + sources.flatMap { source in
        Lesson.allCases.map {
          Condition(actions: actions, source: source, lesson: $0)
        }
      }
  }

  /// Without learning from games: sources that need none of it, by ascent.
  private var controls: [Condition] {
    isQuick
      ? []
      : [.refutations, .all].flatMap { source in
        [.ascent, .ascentFloor].map {
          Condition(actions: .none, source: source, lesson: $0)
        }
      }
  }

  var conditions: [Condition] { actions.flatMap(conditions) + controls }

  struct Figures: StudyFigures {
    var unbeatable, unbeatableAt, perfect, perfectAt: Double?
    var held, heldPerfect, blamed, found, steps, broken: Double?
    var accuracy, largestLogit: Double?
    var blunders: [Int: Double] = [:]
  }

  private var curve: FigureSeries<Figures> {
    FigureSeries(
      name: "blunders",
      path: \.blunders,
      checkpoints: isQuick
        ? [1024, 2048]
        : [1024, 2048, 4096, 8192, 16384, 24576, 32768, 50000],
      meaning: "positions misplayed after so many games"
    )
  }

  var figures: [Figure<Figures>] {
    [
      .share("unbeatable", \.unbeatable, "ever proven unbeatable"),
      .mean("unbeatableAt", \.unbeatableAt, "games to a first proof"),
      .share("perfect", \.perfect, "ever proven perfect"),
      .mean("perfectAt", \.perfectAt, "games to a first proof"),
      .share("held", \.held, "unbeatable at the end"),
      .share("heldPerfect", \.heldPerfect, "perfect at the end"),
      .mean("blamed", \.blamed, "moves in hindsight, until perfect or the end"),
      .mean("found", \.found, "positions with a bad move, as long, each round"),
      .mean("steps", \.steps, "steps against them besides updates, as long"),
      .mean("broken", \.broken, "positions that those steps broke, as long"),
      .mean("accuracy", \.accuracy, "critical positions played right, end"),
      .mean("largestLogit", \.largestLogit, "the greatest magnitude, end"),
    ] + curve.figures
  }

  func measure(
    _ condition: Condition, seed: UInt64
  ) throws(Divergence) -> Figures {
    var run = TrainingRun(
      RunOptions(
        seed: seed, on: ticTacToe, goal: .games, recipe: recipe(condition)
      )
    )
    var figures = Figures()
    var isProven = false
    try run.finish { metrics in
      let proof = metrics.exactProof
      figures.blunders[metrics.effort.count] = Double(proof.blunders.count)
      if !isProven { figures.count(metrics.unlearning ?? Unlearning()) }
      isProven = isProven || proof.verdict == .perfect
    }
    let table = run.policy.table
    let verdict = run.evaluation.exactProof.verdict
    figures.unbeatableAt = run.first(.unbeatable)
    figures.perfectAt = run.first(.perfect)
    figures.unbeatable = Double(figures.unbeatableAt != nil)
    figures.perfect = Double(figures.perfectAt != nil)
    figures.held = Double(verdict >= .unbeatable)
    figures.heldPerfect = Double(verdict == .perfect)
    figures.accuracy = Accuracy(of: table).overall
    figures.largestLogit = run.policy.largestLogit
    return figures
  }

  /// The recipe of its estimator within one budget, so that what was proven can
  /// be lost again.
  private func recipe(_ condition: Condition) -> PolicyGradient.Recipe {
    var recipe =
      condition.actions == .all
      ? PolicyGradient.Recipe.allActions : PolicyGradient.Recipe()
    if condition.actions == .none {
      (recipe.learningRate, recipe.finalLearningRate) = (0, 0)
      recipe.negativeWeight = 0
    }
    recipe.games = curve.checkpoints.max() ?? 0
    recipe.negatives = condition.source
    if let lesson = condition.lesson {
      recipe.negativeLoss = lesson.loss
      recipe.namesGoodMoves = lesson == .goodMoves
    }
    return recipe
  }

  private func tables(
    _ summary: Summary<Self>, of rows: [Condition], named name: String
  ) -> [String] {
    let proofs = summary.table(
      of: rows,
      [
        \.unbeatable, \.unbeatableAt, \.perfect, \.perfectAt, \.held,
        \.heldPerfect,
      ]
    )
    let costs = summary.table(
      of: rows,
      [\.blamed, \.found, \.steps, \.broken, \.accuracy, \.largestLogit]
    )
    return ["", "\(name): proofs"] + proofs
      + ["", "\(name): what it costs, and the end"] + costs
  }

  func findings(_ summary: Summary<Self>) -> [String] {
    actions.flatMap { actions in
      let name = "\(actions.rawValue) actions"
      var lines = tables(summary, of: conditions(actions), named: name)
      lines += ["", "\(name): differences, paired by seed"]
      lines += sources.flatMap { comparisons(summary, actions, $0) }
      lines += sources.map {
        "verdict, \(name), source \($0.rawValue): "
          + verdict(summary, actions, $0)
      }
      return lines
    }
      + (controls.isEmpty
        ? [] : tables(summary, of: controls, named: "nothing from games"))
  }

  private func comparisons(
    _ summary: Summary<Self>, _ actions: Actions,
    _ source: PolicyGradient.Recipe.Negatives
  ) -> [String] {
    func condition(_ lesson: Lesson) -> Condition {
      Condition(actions: actions, source: source, lesson: lesson)
    }
    let floor = condition(.ascentFloor)
    let pairs: [(Condition, minus: Condition)] = [
      (condition(.ascent), Condition(actions: actions)),
      (floor, Condition(actions: actions)),
      (floor, condition(.unlikelihood)),
      (floor, condition(.goodMoves)),
    ]
    return pairs.flatMap { pair in
      [\.unbeatableAt, \Figures.perfectAt].compactMap { path in
        summary.comparison(path, pair.0, minus: pair.minus, aim: .low).map {
          let names = [pair.0, pair.minus].map { $0.lesson?.rawValue ?? "none" }
          return "\(source.rawValue): \(names[0]) minus \(names[1]), "
            + "\(summary.figure(path).name): \($0)"
        }
      }
    }
  }

  /// Whether ascent that stops helps, by the games to either proof, and what
  /// ascent that does not stop holds less often in the end: intervals that do
  /// not touch.
  private func verdict(
    _ summary: Summary<Self>, _ actions: Actions,
    _ source: PolicyGradient.Recipe.Negatives
  ) -> String {
    let none = Condition(actions: actions)
    let floor = Condition(
      actions: actions, source: source, lesson: .ascentFloor
    )
    let ascent = Condition(actions: actions, source: source, lesson: .ascent)
    func gain(_ path: KeyPath<Figures, Double?>) -> String {
      guard let e = summary.difference(path, floor, minus: none), e.count > 1
      else { return "not compared" }
      return e.high < 0 ? "sooner" : e.low > 0 ? "later" : "no sooner shown"
    }
    func isLost(_ path: KeyPath<Figures, Double?>) -> Bool {
      guard let stops = summary.estimate(path, floor),
        let goesOn = summary.estimate(path, ascent)
      else { return false }
      return goesOn.high < stops.low
    }
    let need =
      isLost(\.held)
      ? "the ascent must stop to stay unbeatable"
      : isLost(\.heldPerfect)
        ? "the ascent must stop to stay perfect"
        : "no need to stop is shown"
    return "unbeatable \(gain(\.unbeatableAt)), "
      + "perfect \(gain(\.perfectAt)); \(need)"
  }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    let curves: [(name: String, condition: Condition)] = [
      ("no negatives", Condition(actions: .sampled)),
      (
        "ascent",
        Condition(actions: .sampled, source: .all, lesson: .ascent)
      ),
      (
        "ascent that stops",
        Condition(actions: .sampled, source: .all, lesson: .ascentFloor)
      ),
    ]
    let chart = LineChart(
      title: "Self-play that unlearns its own bad moves",
      x: Axis("games", scale: .logarithmic), y: Axis("positions misplayed"),
      series: curves.map {
        .init($0.name, summary.points(curve, of: $0.condition))
      }
    )
    return [("blunders", chart.svg)]
  }
}

extension LoopStudy.Figures {
  /// Takes over what the loop has named and done so far.
  fileprivate mutating func count(_ unlearning: Unlearning) {
    blamed = Double(unlearning.hindsight)
    found = Double(unlearning.refutations + unlearning.blunders)
    steps = Double(unlearning.steps)
    broken = Double(unlearning.broken)
  }
}
