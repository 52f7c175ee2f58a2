internal import Charts
internal import Evaluation
internal import Players
internal import TicTacToe
internal import Training

/// The study of good examples: the exact solution by several targets, games of
/// perfect play, and a network's own successes.
struct ImitationStudy: Study {
  static let name = "imitation"
  static let question = "What does a network learn by imitating good moves?"
  let isQuick: Bool

  struct Condition: StudyCondition {
    let teacher: Teacher
    let target: Target
    var head = NetworkPolicy.Head.softmax
    var canonical = true

    /// The games that are watched or played.
    var games: Int?

    var options: KeyValuePairs<String, String> {
      [
        "teacher": teacher.rawValue, "target": target.text,
        "head": head.rawValue, "canonical": canonical.text,
        "games": games.map { "\($0)" } ?? "",
      ]
    }

    fileprivate static func solution(
      _ target: Imitation.Target, _ canonical: Bool = true,
      head: NetworkPolicy.Head = .softmax
    ) -> Condition {
      Condition(
        teacher: .solution, target: .clone(target), head: head,
        canonical: canonical
      )
    }

    fileprivate static func watched(
      _ games: Int, _ target: Target
    ) -> Condition {
      Condition(teacher: .games, target: target, games: games)
    }

    fileprivate static func itself(
      _ target: Target, games: Int = 50_000
    ) -> Condition {
      Condition(teacher: .itself, target: target, games: games)
    }
  }

  enum Teacher: String {
    case solution, games, itself
  }

  /// The answer that a network learns.
  enum Target: Hashable {
    /// The teacher's moves, by cloning.
    case clone(Imitation.Target)

    /// The teacher's moves, by passing for it before a discriminator:
    /// generative adversarial imitation, Ho & Ermon (2016).
    case adversary(AdversarialLearning.Answer)

    /// Its own moves by their reward, with or without the mean at the position
    /// subtracted.
    case reward(PolicyGradient.Recipe.Rewards, PolicyGradient.Recipe.Baseline)

    fileprivate var text: String {
      switch self {
      case .clone(let target): target.rawValue
      case .adversary(let answer): answer.rawValue
      case .reward(let rewards, .none): rewards.rawValue
      case .reward(let rewards, let baseline):
        "\(rewards.rawValue) less \(baseline.rawValue)"
      }
    }
  }

  private static let watched = [100, 1000, 10_000]
  private static let answers: [AdversarialLearning.Answer] = [
    .everyMove, .sampledMove,
  ]

  var conditions: [Condition] {
    isQuick ? ImitationStudy.quick : ImitationStudy.full
  }

  private static let full: [Condition] = {
    var all: [Condition] = []
    for canonical in [true, false] {
      all += Imitation.Target.allCases.map { .solution($0, canonical) }
      all.append(.solution(.set, canonical, head: .sigmoid))
    }
    for games in watched {
      all.append(.watched(games, .clone(.soft)))
      all += answers.map { .watched(games, .adversary($0)) }
    }
    for rewards in PolicyGradient.Recipe.Rewards.allCases {
      all += [PolicyGradient.Recipe.Baseline.mean, .none].map {
        .itself(.reward(rewards, $0))
      }
    }
    return all
  }()

  private static let quick: [Condition] = [
    .solution(.soft), .solution(.set), .watched(100, .clone(.soft)),
    .watched(100, .adversary(.everyMove)),
    .itself(.reward(.positive, .none), games: 2000),
  ]

  struct Figures: StudyFigures {
    var perfectAt, epochs, perfect, unbeatable: Double?
    var accuracy, heldOut, mass: Double?

    /// Judges a policy at the end.
    fileprivate init(of table: PolicyTable) {
      let proof = Proof(of: table, on: ticTacToe)
      perfect = Double(proof.verdict == .perfect)
      unbeatable = Double(proof.verdict >= .unbeatable)
      accuracy = Accuracy(of: table).overall
      mass = proof.blunders.mass
    }

    init() {}
  }

  var figures: [Figure<Figures>] {
    [
      .mean("perfectAt", \.perfectAt, "first proof, steps, games"),
      .mean("epochs", \.epochs, "that in passes over the boards"),
      .share("perfect", \.perfect, "perfect at the end"),
      .share("unbeatable", \.unbeatable, "unbeatable at the end"),
      .mean("accuracy", \.accuracy, "share of 3,191 critical positions, end"),
      .mean("heldOut", \.heldOut, "the same on a fifth of classes, held out"),
      .mean("mass", \.mass, "probability on bad moves, end"),
    ]
  }

  /// The steps of cloning, and of an adversary.
  private var steps: Int { isQuick ? 200 : 2000 }

  func measure(
    _ condition: Condition, seed: UInt64
  ) throws(Divergence) -> Figures {
    let watched = condition.games.map {
      RunOptions.Watched.perfectPlay(games: $0, seed: seed)
    }
    switch condition.target {
    case .clone(let target):
      var recipe = Imitation.Recipe()
      recipe.target = target
      recipe.isCanonical = condition.canonical
      if condition.head == .sigmoid {
        recipe.head = .sigmoid
        recipe.cost = .quadratic
        recipe.learningRate = 0.01
      }
      recipe.steps = steps
      recipe.evaluateEvery = 20
      return try measure(
        RunOptions(
          seed: seed, on: ticTacToe, goal: .steps, recipe: recipe,
          watched: watched
        )
      )
    case .adversary(let answer):
      // Its boards are the expert's: an adversary can judge only the moves.
      var recipe = AdversarialLearning.Recipe()
      recipe.answer = answer
      recipe.isCanonical = condition.canonical
      recipe.steps = steps
      let policy = try AdversarialLearning.taught(
        recipe, seed: seed, examples: watched?.moves.examples ?? []
      ).policy
      return Figures(of: policy.table)
    case .reward(let rewards, let baseline):
      var recipe = PolicyGradient.Recipe().withoutNegatives
      recipe.games = condition.games ?? recipe.games
      recipe.rewards = rewards
      recipe.baseline = baseline
      return try measure(
        RunOptions(seed: seed, on: ticTacToe, goal: .games, recipe: recipe)
      )
    }
  }

  private func measure(_ options: RunOptions) throws(Divergence) -> Figures {
    var run = TrainingRun(options)
    try run.finish()
    var figures = Figures(of: run.policy.table)
    figures.perfectAt = run.first(.perfect)
    if let learner = run.learner as? Imitation {
      let batch = Double(learner.recipe.batch)
      figures.epochs = figures.perfectAt.map {
        $0 * batch / Double(learner.positions)
      }
    }
    figures.heldOut = options.heldOutAccuracy()
    return figures
  }

  /// The conditions by who teaches.
  private func groups(of summary: Summary<Self>) -> [Summary<Self>.Group] {
    summary.groups([
      (
        "The exact solution, boards up to symmetry",
        { $0.teacher == .solution && $0.canonical }
      ),
      (
        "The exact solution, every board by itself",
        { $0.teacher == .solution && !$0.canonical }
      ),
      (
        "Games of perfect play after 0 to 7 random moves, cloned or by GAIL",
        { $0.teacher == .games }
      ),
      (
        "Its own games: successes alone, and with failures",
        { $0.teacher == .itself }
      ),
    ])
  }

  func findings(_ summary: Summary<Self>) -> [String] {
    var lines =
      summary.tables(of: groups(of: summary), figures.map(\.path))
      + ["", "Accuracy, paired"]
    func compare(_ name: String, _ one: Condition, minus other: Condition) {
      let text = summary.comparison(\.accuracy, one, minus: other, aim: .high)
      if let text { lines.append("\(name): \(text)") }
    }
    for canonical in [true, false] {
      compare(
        "set minus soft, canonical \(canonical.text)",
        .solution(.set, canonical), minus: .solution(.soft, canonical)
      )
    }
    for games in ImitationStudy.watched {
      for answer in ImitationStudy.answers {
        compare(
          "\(games) games: adversary, \(answer.rawValue), minus cloning",
          .watched(games, .adversary(answer)),
          minus: .watched(games, .clone(.soft))
        )
      }
    }
    let rewards: [(Target, minus: Target)] = [
      (.reward(.positive, .none), .reward(.signed, .none)),
      (.reward(.positive, .mean), .reward(.signed, .mean)),
      (.reward(.positive, .mean), .reward(.positive, .none)),
      (.reward(.signed, .mean), .reward(.signed, .none)),
    ]
    for (one, other) in rewards {
      compare(
        "own games: \(one.text) minus \(other.text)", .itself(one),
        minus: .itself(other)
      )
    }
    return lines
  }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    let chart = BarChart(
      title: "Critical positions played right, by who teaches",
      axis: Axis("accuracy", range: 0...1),
      groups: summary.bars(of: groups(of: summary), \.accuracy)
    )
    return [("accuracy", chart.svg)]
  }
}
