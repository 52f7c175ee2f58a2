internal import Evaluation
internal import Players
internal import Training

extension Study {
  /// How do all ways of learning compare?
  public static func methods(quick: Bool) -> Study {
    Study(
      name: "methods",
      question: "How do the ways of learning compare, judged alike?",
      isQuick: quick,
      seeds: quick ? 2 : 40,
      conditions: Methods.all,
      figures: Methods.figures,
      measure: { (condition, seed) throws(Divergence) in
        try Methods.measure(condition, seed: seed, quick: quick)
      },
      findings: Methods.findings,
      charts: Methods.charts
    )
  }
}

/// The study of every way of learning there is, side by side.
enum Methods {
  static let figures: [Figure] = [
    .init(
      name: "unbeatableAt",
      kind: .mean,
      meaning: "games or steps to the first proof of unbeatable"
    ),
    .init(
      name: "perfectAt",
      kind: .mean,
      meaning: "games or steps to the first proof of perfect"
    ),
    .init(name: "unbeatable", kind: .share, meaning: "ever proven unbeatable"),
    .init(name: "perfect", kind: .share, meaning: "ever proven perfect"),
    .init(name: "held", kind: .share, meaning: "unbeatable at the end"),
    .init(name: "blunders", kind: .mean, meaning: "positions misplayed, end"),
    .init(name: "nashConv", kind: .mean, meaning: "of the distribution, end"),
    .init(
      name: "heldOut",
      kind: .mean,
      meaning: "accuracy on a fifth of the classes, the others being shown"
    ),
    .init(
      name: "examples",
      kind: .mean,
      meaning: "bad moves named, or positions or moves of an expert shown"
    ),
  ]

  static let all: [Condition] = [
    ("all actions", "network", "none", "games"),
    ("all actions", "network", "unlikelihood", "games"),
    ("all actions", "table", "none", "games"),
    ("all actions", "critic", "none", "games"),
    ("reinforce", "network", "none", "games"),
    ("reinforce", "network", "unlikelihood", "games"),
    ("reinforce", "network", "ascent", "games"),
    ("reinforce", "table", "none", "games"),
    ("reinforce", "table", "unlikelihood", "games"),
    ("own successes", "network", "none", "games"),
    ("exploiter half", "network", "none", "games"),
    ("menace", "matchboxes", "none", "games"),
    ("oracle", "network", "set-unlikelihood", "steps"),
    ("obvious-1", "network", "set-unlikelihood", "steps"),
    ("hindsight", "network", "set-unlikelihood", "steps"),
    ("clone set", "network", "none", "steps"),
    ("clone soft", "network", "none", "steps"),
    ("watch 1000", "network", "none", "steps"),
  ].map { method, policy, negatives, unit in
    Condition([
      "method": method, "policy": policy, "negatives": negatives, "unit": unit,
    ])
  }

  static func measure(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) throws(Divergence) -> [Double?] {
    let games = quick ? 3000 : 100_000
    if condition["method"] == "menace" {
      var menace = MENACE(seed: seed)
      return try proofs(games: games) { games in
        while menace.games < games { menace.play() }
        return menace
      }
    }
    if condition["policy"] == "critic" {
      var learner = PolicyGradient(
        recipe: recipe(condition, quick: quick),
        seed: seed
      )
      return try proofs(games: games) { (games) throws(Divergence) in
        while learner.games < games { try learner.update() }
        return Critic(of: learner)
      }
    }
    let options = options(condition, seed: seed, quick: quick)
    var run = TrainingRun(options)
    try run.finish()
    let proof = run.evaluation.proof
    let (unbeatable, perfect) = (run.first(.unbeatable), run.first(.perfect))
    return [
      unbeatable, perfect, unbeatable == nil ? 0 : 1, perfect == nil ? 0 : 1,
      proof.verdict >= .unbeatable ? 1 : 0,
      Double(proof.blunders.count), proof.sampled.nashConv,
      options.heldOutAccuracy(), examples(run),
    ]
  }

  /// How many examples a run was given; nil if it made its own.
  private static func examples(_ run: TrainingRun) -> Double? {
    if let learner = run.learner as? NegativeExamples {
      return Double(learner.statistics.labels)
    }
    if let watched = run.options.watched { return Double(watched.moves.moves) }
    return run.learner is Imitation ? 4520 : nil
  }

  /// The figures of a player that is judged every 1,024 games; `play` plays up
  /// to a number of games and gives what it has learned.
  private static func proofs(
    games: Int,
    play: (_ games: Int) throws(Divergence) -> any Policy
  ) throws(Divergence) -> [Double?] {
    var first: (unbeatable: Double?, perfect: Double?) = (nil, nil)
    var proof = Proof(of: PolicyTable(of: UniformPolicy.random))
    for done in stride(from: 1024, to: games + 1024, by: 1024) {
      let done = min(done, games)
      proof = Proof(of: PolicyTable(of: try play(done)))
      if proof.verdict >= .unbeatable, first.unbeatable == nil {
        first.unbeatable = Double(done)
      }
      if proof.verdict == .perfect, first.perfect == nil {
        first.perfect = Double(done)
      }
    }
    return [
      first.unbeatable, first.perfect, first.unbeatable == nil ? 0 : 1,
      first.perfect == nil ? 0 : 1, proof.verdict >= .unbeatable ? 1 : 0,
      Double(proof.blunders.count), proof.sampled.nashConv, nil, nil,
    ]
  }
}
