internal import Charts
internal import Evaluation
internal import Players
internal import TicTacToe
internal import Training

/// The study of every way of learning there is, side by side.
struct MethodsStudy: Study {
  static let name = "methods"
  static let question = "How do the ways of learning compare, judged alike?"
  static let fullSeeds = 40
  let isQuick: Bool

  /// A way of learning, by the name that tables give it.
  enum Method: String {
    case allActions = "all actions"
    case reinforce
    case ownSuccesses = "own successes"
    case exploiterHalf = "exploiter half"
    case menace
    case oracle
    case obvious1 = "obvious-1"
    case hindsight
    case cloneSet = "clone set"
    case cloneSoft = "clone soft"
    case watch1000 = "watch 1000"

    fileprivate var isSampled: Bool {
      self == .reinforce || self == .ownSuccesses
    }
  }

  enum Model: String {
    case network, table, critic, matchboxes
  }

  enum Unit: String {
    case games, steps
  }

  struct Condition: StudyCondition {
    let method: Method
    let policy: Model
    let negatives: NegativeLoss?
    let unit: Unit

    init(
      _ method: Method, _ policy: Model = .network,
      _ negatives: NegativeLoss? = nil, unit: Unit = .games
    ) {
      self.method = method
      self.policy = policy
      self.negatives = negatives
      self.unit = unit
    }

    var options: KeyValuePairs<String, String> {
      [
        "method": method.rawValue, "policy": policy.rawValue,
        "negatives": negatives?.rawValue ?? "none", "unit": unit.rawValue,
      ]
    }
  }

  let conditions: [Condition] = [
    Condition(.allActions),
    Condition(.allActions, .network, .unlikelihood),
    Condition(.allActions, .table),
    Condition(.allActions, .critic),
    Condition(.reinforce),
    Condition(.reinforce, .network, .unlikelihood),
    Condition(.reinforce, .network, .ascent),
    Condition(.reinforce, .table),
    Condition(.reinforce, .table, .unlikelihood),
    Condition(.ownSuccesses),
    Condition(.exploiterHalf),
    Condition(.menace, .matchboxes),
    Condition(.oracle, .network, .setUnlikelihood, unit: .steps),
    Condition(.obvious1, .network, .setUnlikelihood, unit: .steps),
    Condition(.hindsight, .network, .setUnlikelihood, unit: .steps),
    Condition(.cloneSet, unit: .steps),
    Condition(.cloneSoft, unit: .steps),
    Condition(.watch1000, unit: .steps),
  ]

  struct Figures: StudyFigures {
    var unbeatableAt, perfectAt, unbeatable, perfect, held: Double?
    var blunders, nashConv, heldOut, examples: Double?
  }

  var figures: [Figure<Figures>] {
    [
      .mean("unbeatableAt", \.unbeatableAt, "games or steps to a first proof"),
      .mean("perfectAt", \.perfectAt, "games or steps to a first proof"),
      .share("unbeatable", \.unbeatable, "ever proven unbeatable"),
      .share("perfect", \.perfect, "ever proven perfect"),
      .share("held", \.held, "unbeatable at the end"),
      .mean("blunders", \.blunders, "positions misplayed, end"),
      .mean("nashConv", \.nashConv, "of the distribution, end"),
      .mean("heldOut", \.heldOut, "accuracy on classes held out, a fifth"),
      .mean("examples", \.examples, "bad moves named, or expert's moves shown"),
    ]
  }

  private var games: Int { isQuick ? 3000 : 100_000 }

  func measure(
    _ condition: Condition, seed: UInt64
  ) throws(Divergence) -> Figures {
    if condition.method == .menace {
      var menace = MENACE(seed: seed)
      return try judge { games in
        while menace.games < games { menace.play() }
        return menace
      }
    }
    if condition.policy == .critic {
      var learner = PolicyGradient(
        recipe: recipe(condition), seed: seed, on: ticTacToe
      )
      return try judge { (games) throws(Divergence) in
        while learner.games < games { try learner.update() }
        return Critic(of: learner)
      }
    }
    let options = options(condition, seed: seed)
    var run = TrainingRun(options)
    try run.finish()
    var figures = Figures(
      run.evaluation.exactProof, unbeatableAt: run.first(.unbeatable),
      perfectAt: run.first(.perfect)
    )
    figures.heldOut = options.heldOutAccuracy()
    figures.examples = examples(run)
    return figures
  }

  /// How many examples a run was given; nil if it made its own.
  private func examples(_ run: TrainingRun) -> Double? {
    if let learner = run.learner as? NegativeExamples {
      return Double(learner.statistics.labels)
    }
    if let watched = run.options.watched { return Double(watched.moves.moves) }
    return run.learner is Imitation ? 4520 : nil
  }

  /// Judges a player every 1,024 games.
  ///
  /// - Parameter play: Plays up to a number of games and returns the policy
  ///   learned.
  private func judge(
    play: (_ games: Int) throws(Divergence) -> any Policy
  ) throws(Divergence) -> Figures {
    var first: (unbeatable: Double?, perfect: Double?) = (nil, nil)
    func proof(of policy: any Policy) -> Proof {
      Proof(of: policy.table, on: ticTacToe)
    }
    var proven = proof(of: UniformPolicy.random)
    for done in stride(from: 1024, to: games + 1024, by: 1024) {
      let done = min(done, games)
      proven = proof(of: try play(done))
      if proven.verdict >= .unbeatable, first.unbeatable == nil {
        first.unbeatable = Double(done)
      }
      if proven.verdict == .perfect, first.perfect == nil {
        first.perfect = Double(done)
      }
    }
    return Figures(
      proven, unbeatableAt: first.unbeatable, perfectAt: first.perfect
    )
  }

  /// The run of a condition that a run can make.
  private func options(_ condition: Condition, seed: UInt64) -> RunOptions {
    var clone = Imitation.Recipe()
    var negatives = NegativeExamples.Recipe()
    clone.steps = isQuick ? 200 : 2000
    negatives.steps = clone.steps
    var watched: RunOptions.Watched?
    let chosen: any LearningRecipe
    switch condition.method {
    case .allActions, .reinforce, .ownSuccesses, .exploiterHalf, .menace:
      chosen = recipe(condition)
    case .cloneSet: chosen = clone
    case .cloneSoft:
      clone.target = .soft
      chosen = clone
    case .watch1000:
      chosen = clone
      watched = .perfectPlay(games: 1000, seed: seed)
    case .oracle: chosen = negatives
    case .obvious1:
      negatives.source = .obvious
      chosen = negatives
    case .hindsight:
      negatives.source = .hindsight
      chosen = negatives
    }
    return RunOptions(
      seed: seed, on: ticTacToe,
      goal: condition.unit == .games ? .games : .steps, recipe: chosen,
      watched: watched
    )
  }

  /// The recipe of a condition that plays games with itself.
  private func recipe(_ condition: Condition) -> PolicyGradient.Recipe {
    let isSampled = condition.method.isSampled
    var recipe =
      (isSampled ? PolicyGradient.Recipe() : .allActions).withoutNegatives
    recipe.model = condition.policy == .table ? .table : .network
    recipe.games = games
    if recipe.model == .table {
      recipe.learningRate = isSampled ? 0.05 : 0.2
      if !isSampled { recipe.finalLearningRate = 0.005 }
    }
    if condition.method == .ownSuccesses {
      recipe.rewards = .positive
      recipe.baseline = .none
    }
    if condition.method == .exploiterHalf { recipe.exploiter = 0.5 }
    if let loss = condition.negatives {
      recipe.negatives = .hindsight
      recipe.negativeLoss = loss
    }
    return recipe
  }

  func findings(_ summary: Summary<Self>) -> [String] {
    var lines =
      ["", "First proofs, in games or steps"]
      + summary.table(
        of: conditions, [\.unbeatable, \.unbeatableAt, \.perfect, \.perfectAt]
      )
      + ["", "At the end"]
      + summary.table(
        of: conditions, [\.held, \.blunders, \.nashConv, \.heldOut, \.examples]
      )
      + ["", "Self-play with hindsight unlikelihood minus without, paired"]
    let pairs: [(Method, Model)] = [
      (.allActions, .network), (.reinforce, .network), (.reinforce, .table),
    ]
    for (method, policy) in pairs {
      for path in [\.unbeatableAt, \.perfectAt, \Figures.nashConv] {
        if let text = summary.comparison(
          path, Condition(method, policy, .unlikelihood),
          minus: Condition(method, policy), aim: .low
        ) {
          let figure = summary.figure(path).name
          lines.append("\(method.rawValue), \(policy) \(figure): \(text)")
        }
      }
    }
    return lines
  }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    let groups = summary.groups([
      ("Self-play", { $0.unit == .games }), ("Examples", { $0.unit == .steps }),
    ])
    let chart = BarChart(
      title: "Distance to Nash at the end", axis: Axis("NashConv"),
      groups: summary.bars(of: groups, \.nashConv)
    )
    return [("nash", chart.svg)]
  }
}

extension MethodsStudy.Figures {
  /// The proof about a player at the end, and the way there.
  fileprivate init(
    _ proof: Proof, unbeatableAt: Double?, perfectAt: Double?
  ) {
    self.init(
      unbeatableAt: unbeatableAt, perfectAt: perfectAt,
      unbeatable: Double(unbeatableAt != nil),
      perfect: Double(perfectAt != nil),
      held: Double(proof.verdict >= .unbeatable),
      blunders: Double(proof.blunders.count), nashConv: proof.sampled.nashConv
    )
  }
}
