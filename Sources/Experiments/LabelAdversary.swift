internal import Evaluation
internal import Players
internal import Training

extension Study {
  /// Can a network learn its labels from an adversary?
  public static func labelAdversary(quick: Bool) -> Study {
    Study(
      name: "label-adversary",
      question:
        "Can a discriminator of true labels take the place of cross-entropy?",
      isQuick: quick,
      seeds: quick ? 2 : 20,
      conditions: quick ? LabelAdversary.quick : LabelAdversary.all,
      figures: LabelAdversary.figures,
      measure: { (condition, seed) throws(Divergence) in
        try LabelAdversary.measure(condition, seed: seed, quick: quick)
      },
      findings: LabelAdversary.findings,
      charts: LabelAdversary.charts
    )
  }
}

/// The study of the predictor whose probability vector must pass for the truth.
enum LabelAdversary {
  /// The steps after which the two networks are measured.
  static let checkpoints = [1, 10, 30, 100, 300, 1000, 1500]

  static let figures: [Figure] =
    [
      .init(
        name: "heldOut",
        kind: .mean,
        meaning: "share of the boards held out that are played optimally"
      ),
      .init(name: "shown", kind: .mean, meaning: "the same, boards shown"),
      .init(
        name: "ranking",
        kind: .mean,
        meaning: "positions whose move one order of the squares explains"
      ),
      .init(
        name: "value",
        kind: .mean,
        meaning: "held-out boards whose value a linear probe reads"
      ),
      .init(
        name: "winning",
        kind: .mean,
        meaning: "balanced accuracy of a linear probe of winning squares"
      ),
      .init(
        name: "transfer",
        kind: .mean,
        meaning: "4×4 boards a linear head plays optimally, after few examples"
      ),
    ]
    + series.flatMap(\.figures)

  /// How the two networks do on the way.
  static let series = [
    ("discriminator", "share of pairs the discriminator tells right, by step"),
    ("gradient", "length of the predictor's adversarial gradient, by step"),
    ("cosine", "of its angle to the cross-entropy gradient, by step"),
  ].map { FigureSeries(name: $0, moments: checkpoints, meaning: $1) }

  /// No network: the center, then corners, then edges, whatever lies there.
  static let order = "center first"

  static let baseline = "cross-entropy"
  static let essay = "as the essay did it"
  static let recipe = "projection R1 2 to 1"

  static let all = ([order] + recipes.map(\.name)).map {
    Condition(["form": $0])
  }

  static let quick = all.filter {
    $0["form"] == order || features.contains($0["form"])
  }

  /// Those whose hidden layers are compared.
  static let features = ["untrained", baseline, essay, recipe]

  static func measure(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) throws(Divergence) -> [Double?] {
    let boards = Boards(seed: seed)
    if condition["form"] == order {
      let choices = choices(of: UniformPolicy.center, boards)
      return choices + figures.dropFirst(choices.count).map { _ in nil }
    }
    var recipe = AdversarialLearning.Recipe()
    if quick { recipe.steps = 100 }
    guard let form = recipes.first(where: { $0.name == condition["form"] })
    else { preconditionFailure("no form \(condition["form"])") }
    form.change(&recipe)
    var learning = AdversarialLearning(
      recipe: recipe,
      seed: seed,
      examples: boards.examples
    )
    var measures: [AdversarialLearning.Measures?] = []
    while learning.steps < recipe.steps {
      try learning.update()
      if recipe.adversaryWeight > 0, checkpoints.contains(learning.steps) {
        measures.append(learning.measures)
      }
    }
    measures += checkpoints.dropFirst(measures.count).map { _ in nil }
    let embedding =
      features.contains(condition["form"])
      ? Embedding(of: learning.predictors[0]) : nil
    let probe = embedding?.probe(boards, seed: seed)
    return choices(of: learning.policy, boards) + [
      probe?.value, probe?.winning, embedding?.transfer(seed: seed),
    ] + measures.map { $0?.accuracy } + measures.map { $0?.norm }
      + measures.map { $0?.cosine }
  }

  /// The first figures: of a policy's likeliest moves.
  private static func choices(
    of policy: some Policy,
    _ boards: Boards
  ) -> [Double?] {
    let table = PolicyTable(of: policy)
    return [
      boards.heldOutAccuracy(of: table),
      Boards.accuracy(on: boards.shown, table.greedyMove),
      FixedRanking(of: table).agreement,
    ]
  }
}
