internal import Charts
internal import Evaluation
internal import Players
internal import TicTacToe
internal import Training

/// The study of the predictor whose probability vector must pass for the truth.
struct LabelAdversaryStudy: Study {
  static let name = "label-adversary"
  static let question =
    "Can a discriminator of true labels take the place of cross-entropy?"
  let isQuick: Bool

  /// The form that is trained, by its name in tables.
  enum Condition: String, CaseIterable, StudyCondition {
    /// No network: the center, then corners, then edges in every position.
    case order = "center first"
    case untrained
    case crossEntropy = "cross-entropy"
    case essay = "as the essay did it"
    case softTruth = "… soft truth"
    case concatenating
    case vectorOnly = "vector-only"
    case projection
    /// The recipe that works.
    case recipe = "projection R1 2 to 1"
    case slow = "projection slow"
    case slowR1 = "projection slow R1"
    case saturating = "projection saturating"
    case fiveToOne = "projection 5 to 1"
    case projectionOneHot = "projection one-hot truth"
    case projectionSoft = "projection soft truth"
    case noise = "projection noise"
    case smoothing = "projection smoothing"
    case everyMove = "moves: every one"
    case sampledMove = "moves: drawn"

    var options: KeyValuePairs<String, String> { ["form": rawValue] }

    /// Whether its hidden layer is compared with others.
    fileprivate var isEmbedding: Bool {
      [.untrained, .crossEntropy, .essay, .recipe].contains(self)
    }

    /// Whether it is the recipe that works, with at most one other choice.
    fileprivate var isRegularized: Bool {
      [
        .order, .untrained, .crossEntropy, .recipe, .everyMove, .sampledMove,
      ].contains(self)
    }
  }

  /// The recipe that works with the changes of a form.
  static func recipe(
    _ form: Condition, isQuick: Bool = false
  ) -> AdversarialLearning.Recipe {
    var recipe = AdversarialLearning.Recipe()
    if isQuick { recipe.steps = 100 }
    if !form.isRegularized {
      // One step to one, the discriminator's the longer ones.
      recipe.penalty = 0
      recipe.discriminatorSteps = 1
      recipe.discriminatorRate = 0.01
    }
    switch form {
    case .order, .recipe, .projection: break
    case .untrained: recipe.steps = 0
    case .crossEntropy:
      (recipe.adversaryWeight, recipe.crossEntropyWeight) = (0, 1)
    case .everyMove: recipe.answer = .everyMove
    case .sampledMove: recipe.answer = .sampledMove
    case .essay, .softTruth:
      // Five steps to one, the minimax game's loss.
      recipe.form = .concatenating
      recipe.truth = form == .essay ? .oneHot : .soft
      recipe.objective = .saturating
      recipe.discriminatorSteps = 5
    case .concatenating: recipe.form = .concatenating
    case .vectorOnly: recipe.form = .vectorOnly
    case .slow: recipe.discriminatorRate = slowRate
    case .slowR1:
      recipe.discriminatorRate = slowRate
      recipe.penalty = 1
    case .saturating: recipe.objective = .saturating
    case .fiveToOne: recipe.discriminatorSteps = 5
    case .projectionOneHot: recipe.truth = .oneHot
    case .projectionSoft: recipe.truth = .soft
    case .noise: recipe.noise = 0.1
    case .smoothing: recipe.smoothing = 0.1
    }
    return recipe
  }

  /// A discriminator's learning rate below the predictor's.
  private static let slowRate: Float = 0.0003

  var conditions: [Condition] {
    Condition.allCases.filter { !isQuick || $0 == .order || $0.isEmbedding }
  }

  struct Figures: StudyFigures {
    var heldOut, shown, ranking, value, winning, transfer: Double?
    var discriminator: [Int: Double] = [:]
    var gradient: [Int: Double] = [:]
    var cosine: [Int: Double] = [:]
  }

  /// The two networks while they learn.
  private static let series = [
    series(
      "discriminator", \.discriminator,
      "share of pairs the discriminator tells right, by step"
    ),
    series(
      "gradient", \.gradient,
      "length of the predictor's adversarial gradient, by step"
    ),
    series(
      "cosine", \.cosine, "of its angle to the cross-entropy gradient, by step"
    ),
  ]

  private static let checkpoints = [1, 10, 30, 100, 300, 1000, 1500]

  private static func series(
    _ name: String,
    _ path: any WritableKeyPath<Figures, [Int: Double]> & Sendable,
    _ meaning: String
  ) -> FigureSeries<Figures> {
    .init(name: name, path: path, checkpoints: checkpoints, meaning: meaning)
  }

  var figures: [Figure<Figures>] {
    [
      .mean("heldOut", \.heldOut, "share of boards held out played optimally"),
      .mean("shown", \.shown, "the same, boards shown"),
      .mean("ranking", \.ranking, "moves that one order of squares explains"),
      .mean("value", \.value, "held-out values that a linear probe reads"),
      .mean("winning", \.winning, "the same for winning squares, balanced"),
      .mean("transfer", \.transfer, "4×4 boards right after few examples"),
    ] + LabelAdversaryStudy.series.flatMap(\.figures)
  }

  func measure(
    _ form: Condition, seed: UInt64
  ) throws(Divergence) -> Figures {
    let split = HeldOutSplit(seed: seed)
    if form == .order {
      return figures(of: UniformPolicy(.center, on: ticTacToe), split)
    }
    let recipe = LabelAdversaryStudy.recipe(form, isQuick: isQuick)
    var learning = AdversarialLearning(
      recipe: recipe, seed: seed, examples: split.examples
    )
    var measures: [Int: AdversarialLearning.Measures] = [:]
    while learning.steps < recipe.steps {
      try learning.update()
      if recipe.adversaryWeight > 0,
        LabelAdversaryStudy.checkpoints.contains(learning.steps)
      {
        measures[learning.steps] = learning.measures
      }
    }
    var figures = figures(of: learning.policy, split)
    figures.discriminator = measures.mapValues(\.accuracy)
    figures.gradient = measures.mapValues(\.norm)
    figures.cosine = measures.compactMapValues(\.cosine)
    if form.isEmbedding {
      let embedding = Embedding(of: learning.predictors[0])
      let probe = embedding.probe(split, seed: seed)
      (figures.value, figures.winning) = (probe.value, probe.winning)
      figures.transfer = embedding.transfer(seed: seed)
    }
    return figures
  }

  /// The figures of a policy's likeliest moves.
  private func figures(
    of policy: some Policy, _ split: HeldOutSplit
  ) -> Figures {
    let table = policy.table
    return Figures(
      heldOut: split.heldOutAccuracy(of: table),
      shown: HeldOutSplit.accuracy(on: split.shown, table.greedyMove),
      ranking: FixedRanking(of: table).agreement
    )
  }

  func findings(_ summary: Summary<Self>) -> [String] {
    let last = isQuick ? 100 : 1500
    var lines =
      [
        "",
        "Boards held out played optimally; at step \(last) the two networks",
      ]
      + summary.table(
        of: conditions,
        [
          \.heldOut, \.ranking, \.discriminator[last], \.gradient[last],
          \.cosine[last],
        ]
      )
      + ["", "The hidden layer: linear probes, and 4×4 after few examples"]
      + summary.table(
        of: conditions.filter(\.isEmbedding), [\.value, \.winning, \.transfer]
      ) + ["", "Paired differences"]
    lines += conditions.filter { $0 != .crossEntropy }.compactMap {
      summary.verdict(
        \.heldOut, of: $0, against: .crossEntropy,
        named: Condition.crossEntropy.text
      )
    }
    lines += LabelAdversaryStudy.pairs.compactMap { form, other in
      summary.comparison(\.heldOut, form, minus: other, aim: .high).map {
        "\(form.text) minus \(other.text): \($0)"
      }
    }
    let features: [(Condition, String)] = [
      (.untrained, "random"), (.crossEntropy, Condition.crossEntropy.text),
    ]
    for path in [\.value, \.winning, \Figures.transfer] {
      lines += features.compactMap { other, name in
        summary.verdict(
          path, of: .recipe, against: other, named: "\(name) features"
        )
      }
    }
    return lines
  }

  /// Pairs compared beyond the baseline: failures against the fixed order; each
  /// variant against the projection; R1 against none at a slow rate; sampled
  /// against exact moves.
  private static let pairs: [(Condition, Condition)] =
    [(.essay, .order), (.softTruth, .order)]
    + [
      .saturating, .fiveToOne, .projectionOneHot, .projectionSoft, .noise,
      .smoothing,
    ].map { ($0, .projection) }
    + [(.slowR1, .slow), (.sampledMove, .everyMove)]

  /// The curves that tell the story; more would not be told apart.
  private static let drawn: Set<Condition> = [
    .essay, .softTruth, .vectorOnly, .projection, .recipe, .slow,
  ]

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    zip(
      LabelAdversaryStudy.series,
      [
        Axis("share of pairs told right", range: 0...1),
        Axis("length of the gradient", scale: .logarithmic),
        Axis("cosine with the cross-entropy gradient"),
      ]
    ).map { series, axis in
      let drawn = conditions.filter(LabelAdversaryStudy.drawn.contains)
      let chart = LineChart(
        title: "Predictor and discriminator while both learn",
        x: Axis("steps", scale: .logarithmic),
        y: axis,
        series: drawn.map {
          LineChart.Series($0.text, summary.points(series, of: $0))
        }
      )
      return (series.name, chart.svg)
    }
  }
}
