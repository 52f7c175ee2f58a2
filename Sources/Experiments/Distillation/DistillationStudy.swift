internal import Charts
internal import Evaluation
internal import NeuralNetwork
internal import Players
internal import TicTacToe
internal import Training

/// The study of teachers and students: a network of 256 hidden units, taught
/// the solution, teaches one of few by its probabilities on the same boards.
struct DistillationStudy: Study {
  static let name = "distillation"
  static let question =
    "Does an adversary help a small network learn from a large one?"
  let isQuick: Bool

  struct Condition: StudyCondition {
    let hidden: Int
    let by: Method

    var options: KeyValuePairs<String, String> {
      ["hidden": "\(hidden)", "by": by.rawValue]
    }
  }

  /// The loss of a student.
  enum Method: String, CaseIterable {
    /// The solution, without a teacher.
    case solution

    /// The divergence from the teacher.
    case divergence = "KL"

    case adversary

    /// The divergence and a tenth of the adversary.
    case both = "KL + .1 adversary"

    /// The weights of the cross-entropy and of the adversary.
    fileprivate var weights: (Float, Float) {
      switch self {
      case .solution, .divergence: (1, 0)
      case .adversary: (0, 1)
      case .both: (1, 0.1)
      }
    }
  }

  private static let sizes = [16, 6]

  var conditions: [Condition] {
    (isQuick ? [6] : DistillationStudy.sizes).flatMap { hidden in
      Method.allCases.map { Condition(hidden: hidden, by: $0) }
    }
  }

  struct Figures: StudyFigures {
    var heldOut, shown, teacher, divergence: Double?
  }

  var figures: [Figure<Figures>] {
    [
      .mean("heldOut", \.heldOut, "share of boards held out played optimally"),
      .mean("shown", \.shown, "the same, boards shown"),
      .mean("teacher", \.teacher, "the same of its teacher, boards held out"),
      .mean("divergence", \.divergence, "mean KL from the teacher, held out"),
    ]
  }

  func measure(
    _ condition: Condition, seed: UInt64
  ) throws(Divergence) -> Figures {
    let split = HeldOutSplit(seed: seed)
    var recipe = AdversarialLearning.Recipe()
    if isQuick { recipe.steps = 150 }
    (recipe.adversaryWeight, recipe.crossEntropyWeight) = (0, 1)
    recipe.hidden = 256
    var examples = split.examples
    let teacher = try AdversarialLearning.taught(
      recipe, seed: seed, examples: examples
    ).policy
    (recipe.crossEntropyWeight, recipe.adversaryWeight) = condition.by.weights
    recipe.hidden = condition.hidden
    if condition.by != .solution {
      // The cross-entropy to a fixed teacher is the divergence from it and a
      // constant.
      examples = examples.map { example in
        AdversarialLearning.Example(
          example.board,
          target: OutcomeVector(teacher.probabilities(in: example.board))
        )
      }
    }
    let student = try AdversarialLearning.taught(
      recipe, seed: seed, examples: examples
    ).policy
    let tables = (teacher.table, student.table)
    let divergences = split.heldOut.map {
      tables.0.relativeEntropy(of: tables.1, in: $0)
    }
    return Figures(
      heldOut: split.heldOutAccuracy(of: tables.1),
      shown: HeldOutSplit.accuracy(on: split.shown, tables.1.greedyMove),
      teacher: split.heldOutAccuracy(of: tables.0),
      divergence: divergences.reduce(0, +) / Double(divergences.count)
    )
  }

  func findings(_ summary: Summary<Self>) -> [String] {
    let table = summary.table(
      of: conditions, [\.heldOut, \.shown, \.teacher, \.divergence]
    )
    let verdicts = conditions.filter { $0.by != .divergence }.compactMap {
      summary.verdict(
        \.heldOut, of: $0,
        against: Condition(hidden: $0.hidden, by: .divergence),
        named: Method.divergence.rawValue
      )
    }
    return ["", "Students of a teacher with 256 hidden units"] + table
      + ["", "Paired differences"] + verdicts
  }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    let groups = summary.groups(
      DistillationStudy.sizes.map { size in
        ("\(size) hidden units", { $0.hidden == size })
      }
    )
    let chart = BarChart(
      title: "Students of a large network: boards held out",
      axis: Axis("played optimally", range: 0...1),
      groups: summary.bars(of: groups, \.heldOut)
    )
    return [("accuracy", chart.svg)]
  }
}
