internal import Evaluation
internal import NeuralNetwork
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
      measure: { LabelAdversary.measure($0, seed: $1, quick: quick) },
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

  /// The recipes by name.
  private static let recipes:
    [(name: String, change: @Sendable (inout Recipe) -> Void)] = [
      ("untrained", { $0.steps = 0 }),
      (baseline, { ($0.adversaryWeight, $0.crossEntropyWeight) = (0, 1) }),
      ("as the essay did it", { $0 = essay($0, .oneHot) }),
      ("… soft truth", { $0 = essay($0, .soft) }),
      ("concatenating", { $0 = plain($0, .concatenating) }),
      ("vector-only", { $0 = plain($0, .vectorOnly) }),
      ("projection", { $0 = plain($0) }),
      (recipe, { _ in }),
      (
        "projection slow",
        {
          $0 = plain($0)
          $0.discriminatorRate = slow
        }
      ),
      (
        "projection slow R1",
        {
          $0 = plain($0)
          $0.discriminatorRate = slow
          $0.regularization.penalty = 1
        }
      ),
      (
        "projection saturating",
        {
          $0 = plain($0)
          $0.objective = .saturating
        }
      ),
      (
        "projection 5 to 1",
        {
          $0 = plain($0)
          $0.discriminatorSteps = 5
        }
      ),
      (
        "projection one-hot truth",
        {
          $0 = plain($0)
          $0.truth = .oneHot
        }
      ),
      (
        "projection soft truth",
        {
          $0 = plain($0)
          $0.truth = .soft
        }
      ),
      (
        "projection noise",
        {
          $0 = plain($0)
          $0.noise = 0.1
        }
      ),
      (
        "projection smoothing",
        {
          $0 = plain($0)
          $0.regularization.smoothing = 0.1
        }
      ),
      ("moves: every one", { $0.answer = .everyMove }),
      ("moves: drawn", { $0.answer = .sampledMove }),
    ]

  /// One step to one, the discriminator's the longer ones, nothing regularized.
  private static func plain(
    _ recipe: Recipe,
    _ form: Discriminator.Form = .projection
  ) -> Recipe {
    var recipe = recipe
    recipe.form = form
    recipe.regularization = .init()
    recipe.discriminatorSteps = 1
    recipe.discriminatorRate = 0.01
    return recipe
  }

  /// The form that failed: five steps to one, the minimax game's loss.
  private static func essay(
    _ recipe: Recipe,
    _ truth: AdversarialLearning.Truth
  ) -> Recipe {
    var recipe = plain(recipe, .concatenating)
    recipe.truth = truth
    recipe.objective = .saturating
    recipe.discriminatorSteps = 5
    return recipe
  }

  static let baseline = "cross-entropy"
  static let recipe = "projection R1 2 to 1"

  /// A discriminator's learning rate below the predictor's.
  private static let slow: Float = 0.0003

  private typealias Recipe = AdversarialLearning.Recipe

  static let all = recipes.map { Condition(["form": $0.name]) }

  static let quick = all.filter {
    ["untrained", baseline, "as the essay did it", recipe]
      .contains($0["form"])
  }

  /// Those whose hidden layers are compared.
  static let features = quick.map { $0["form"] }

  static func measure(
    _ condition: Condition,
    seed: UInt64,
    quick: Bool
  ) -> [Double?] {
    var recipe = Recipe()
    if quick { recipe.steps = 100 }
    recipes.first { $0.name == condition["form"] }?.change(&recipe)
    let boards = Boards(seed: seed)
    var learning = AdversarialLearning(
      recipe: recipe,
      seed: seed,
      examples: boards.examples
    )
    var measures: [AdversarialLearning.Measures?] = []
    while learning.steps < recipe.steps {
      do { try learning.update() } catch { return figures.ofDivergence }
      if recipe.adversaryWeight > 0, checkpoints.contains(learning.steps) {
        measures.append(learning.measures)
      }
    }
    measures += checkpoints.dropFirst(measures.count).map { _ in nil }
    let table = PolicyTable(of: learning.policy)
    let embedding =
      features.contains(condition["form"])
      ? Embedding(of: learning.predictors[0]) : nil
    let probe = embedding?.probe(boards, seed: seed)
    return [
      boards.heldOutAccuracy(of: table),
      Boards.accuracy(on: boards.shown, table.greedyMove),
      probe?.value, probe?.winning, embedding?.transfer(seed: seed),
    ] + measures.map { $0?.accuracy } + measures.map { $0?.norm }
      + measures.map { $0?.cosine }
  }
}
