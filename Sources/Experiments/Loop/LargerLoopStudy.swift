internal import Charts
internal import Evaluation
internal import NeuralNetwork
internal import Numbers
internal import Players
internal import TicTacToe
internal import Training

/// The study of the loop where no table fits: a policy that self-play has
/// taught for some games unlearns its refutations, round after round, until a
/// walk finds none.
struct LargerLoopStudy: Study {
  static let name = "loop"
  static var board: Board { fourByFour }
  static let question =
    "Does a policy that unlearns its refutations become unbeatable on 4×4?"
  let isQuick: Bool

  struct Condition: StudyCondition {
    let actions: PolicyGradient.Recipe.Estimator

    /// The games of self-play before the first round.
    let games: Int

    /// What is done about a refuted move; nil for nothing.
    var lesson: LoopStudy.Lesson?

    /// The probability at which a loss that stops does; nil for one that does
    /// not.
    var floor: Float?

    /// Whether other positions are held.
    var isAnchored = true

    /// A loss with the floor of the command: a low one without games.
    init(
      actions: PolicyGradient.Recipe.Estimator, games: Int,
      lesson: LoopStudy.Lesson? = nil
    ) {
      self.actions = actions
      self.games = games
      self.lesson = lesson
      let stops = lesson != nil && lesson != .ascent
      floor = stops ? games == 0 ? Self.lowFloor : Self.highFloor : nil
    }

    static let (lowFloor, highFloor): (Float, Float) = (0.05, 0.2)

    /// The same with the other floor.
    var withOtherFloor: Self {
      var other = self
      other.floor = floor == Self.lowFloor ? Self.highFloor : Self.lowFloor
      return other
    }

    /// The same with nothing held.
    var loose: Self {
      var other = self
      other.isAnchored = false
      return other
    }

    var options: KeyValuePairs<String, String> {
      [
        "actions": games > 0 ? actions.rawValue : "", "games": "\(games)",
        "loss": lesson?.rawValue ?? "none",
        "anchor": lesson == nil ? "" : isAnchored.text,
        "floor": floor.map { "\($0)" } ?? "",
      ]
    }
  }

  private var starts: [Int] {
    isQuick ? [0, 256] : [0, 1_000, 10_000, 100_000]
  }

  private var estimators: [PolicyGradient.Recipe.Estimator] {
    isQuick ? [.allActions] : [.sampled, .allActions]
  }

  private func lessons(
    _ actions: PolicyGradient.Recipe.Estimator, _ games: Int
  ) -> [Condition] {
    func condition(_ lesson: LoopStudy.Lesson) -> Condition {
      Condition(actions: actions, games: games, lesson: lesson)
    }
    if isQuick { return [.ascent, .ascentFloor].map(condition) }
    var conditions = LoopStudy.Lesson.allCases.map(condition)
    if [0, 10_000].contains(games) {
      conditions += [.ascent, .ascentFloor].map { condition($0).loose }
    }
    if games <= 10_000 {
      conditions += [.ascentFloor, .unlikelihood].map {
        condition($0).withOtherFloor
      }
    }
    return conditions
  }

  var conditions: [Condition] {
    let untaught = lessons(estimators[0], 0)
    return untaught
      + estimators.flatMap { actions in
        starts.filter { $0 > 0 }.flatMap { games in
          [Condition(actions: actions, games: games)] + lessons(actions, games)
        }
      }
  }

  struct Figures: StudyFigures {
    var proven, rounds, unlearned, steps, left: Double?
    var accuracy, largestLogit: Double?
  }

  var figures: [Figure<Figures>] {
    [
      .share("proven", \.proven, "proven unbeatable in the end"),
      .mean("rounds", \.rounds, "rounds of refutations"),
      .mean("unlearned", \.unlearned, "positions refuted in all rounds"),
      .mean("steps", \.steps, "steps against them"),
      .mean("left", \.left, "games that still beat it, at most 2,000"),
      .mean(
        "accuracy", \.accuracy,
        "of \(CriticalPositions.judgedText(quickly: isQuick)) drawn from all, "
          + "played right in the end"
      ),
      .mean("largestLogit", \.largestLogit, "the greatest magnitude there"),
    ]
  }

  func measure(
    _ condition: Condition, seed: UInt64
  ) throws(Divergence) -> Figures {
    var run = TrainingRun(options(condition, seed: seed))
    try run.finish()
    let policy = run.policy
    let walks = WalkProof(
      of: TemperedPolicy(policy), on: Self.board,
      budget: PolicyWalk.Budget(failures: 1_000)
    )
    let unlearning = condition.lesson == nil ? nil : run.unlearning
    let judged = CriticalPositions.judging(quickly: isQuick)
    return Figures(
      proven: Double(walks.keepsValue),
      rounds: unlearning.map { Double($0.rounds) },
      unlearned: unlearning.map { Double($0.refutations) },
      steps: unlearning.map { Double($0.steps) },
      left: Double(walks.walks.reduce(0) { $0 + $1.failures.count }),
      accuracy: judged.accuracy(of: judged.choices(of: policy)),
      largestLogit: policy.largestLogit(in: judged.positions)
    )
  }

  /// Self-play without bad moves, one evaluation at its end, and the rounds
  /// that follow it. The other choices are those of the command.
  private func options(_ condition: Condition, seed: UInt64) -> RunOptions {
    var recipe =
      condition.actions == .allActions
      ? PolicyGradient.Recipe.allActions : PolicyGradient.Recipe()
    recipe.games = condition.games
    recipe.negatives = .none
    if let lesson = condition.lesson {
      recipe.negatives = .refutations
      recipe.negativeLoss = lesson.loss
      recipe.namesGoodMoves = lesson == .goodMoves
    }
    var options = RunOptions(seed: seed, on: Self.board, goal: .unbeatable)
    recipe.adapt(to: options) { $0 == "games" }
    recipe.evaluateEvery = max(condition.games, 1)
    if let floor = condition.floor { recipe.negativeFloor = floor }
    if !condition.isAnchored { recipe.negativeAnchor = 0 }
    // Without the stop each round takes all its steps.
    recipe.negativeRounds = condition.lesson == .ascent ? 10 : 60
    recipe.negativeSteps = 500
    if isQuick {
      (recipe.hidden, recipe.negativeRounds, recipe.negativeSteps) = (8, 2, 5)
    }
    options.recipe = recipe
    return options
  }

  /// What the conditions of a table share.
  private func heading(
    _ actions: PolicyGradient.Recipe.Estimator, _ games: Int
  ) -> String {
    games == 0
      ? "from random weights, no games"
      : "after \(NumberFormat.grouped(games)) games, "
        + "\(actions.rawValue) actions"
  }

  /// The places where rounds begin.
  private var places: [(PolicyGradient.Recipe.Estimator, games: Int)] {
    [(estimators[0], 0)]
      + estimators.flatMap { actions in
        starts.filter { $0 > 0 }.map { (actions, $0) }
      }
  }

  func findings(_ summary: Summary<Self>) -> [String] {
    let groups = summary.groups(
      places.map { actions, games in
        (
          heading(actions, games),
          { $0.games == games && (games == 0 || $0.actions == actions) }
        )
      }
    )
    return summary.tables(
      of: groups,
      [
        \.proven, \.rounds, \.unlearned, \.steps, \.left, \.accuracy,
        \.largestLogit,
      ]
    ) + ["", "accuracy: differences, paired by seed"]
      + places.flatMap { comparisons(summary, $0, games: $1) }
      + places.map { verdict(summary, $0, games: $1) }
  }

  private func comparisons(
    _ summary: Summary<Self>, _ actions: PolicyGradient.Recipe.Estimator,
    games: Int
  ) -> [String] {
    func condition(_ lesson: LoopStudy.Lesson?) -> Condition {
      Condition(actions: actions, games: games, lesson: lesson)
    }
    let pairs: [(LoopStudy.Lesson?, minus: LoopStudy.Lesson?)] = [
      (.ascentFloor, nil), (.ascent, nil), (.ascentFloor, .ascent),
      (.ascentFloor, .goodMoves),
    ]
    return pairs.compactMap { pair in
      summary.comparison(
        \.accuracy, condition(pair.0), minus: condition(pair.minus), aim: .high
      ).map {
        "\(heading(actions, games)): \(pair.0?.rawValue ?? "none") minus "
          + "\(pair.minus?.rawValue ?? "none"): \($0)"
      }
    }
  }

  /// Whether the ascent has to stop to be proven: intervals that do not touch.
  private func verdict(
    _ summary: Summary<Self>, _ actions: PolicyGradient.Recipe.Estimator,
    games: Int
  ) -> String {
    let estimates = [LoopStudy.Lesson.ascentFloor, .ascent].map {
      summary.estimate(
        \.proven, Condition(actions: actions, games: games, lesson: $0)
      )
    }
    guard let stops = estimates[0], let goesOn = estimates[1] else {
      return "verdict, \(heading(actions, games)): not compared"
    }
    let need =
      goesOn.high < stops.low
      ? "the ascent must stop to be proven" : "no need to stop is shown"
    return "verdict, \(heading(actions, games)): "
      + "\(summary.text(stops, .share)) with the stop, "
      + "\(summary.text(goesOn, .share)) without; \(need)"
  }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    let lessons: [LoopStudy.Lesson?] = [nil, .ascent, .ascentFloor]
    return estimators.map { actions in
      let groups = starts.map { games in
        (
          title: games == 0
            ? "no games" : "\(NumberFormat.grouped(games)) games",
          conditions: lessons.compactMap { lesson -> Condition? in
            lesson == nil && games == 0
              ? nil
              : Condition(
                actions: games == 0 ? estimators[0] : actions, games: games,
                lesson: lesson
              )
          }
        )
      }
      let chart = BarChart(
        title: "Critical positions of 4×4 played right, \(actions.rawValue) "
          + "actions",
        axis: Axis("accuracy", range: 0...1),
        groups: summary.bars(of: groups, \.accuracy) {
          $0.lesson?.rawValue ?? "none"
        }
      )
      return ("accuracy-\(actions.rawValue)", chart.svg)
    }
  }
}
