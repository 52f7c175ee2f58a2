internal import Charts
internal import Evaluation
internal import NeuralNetwork
internal import Numbers
internal import Players
internal import TicTacToe
internal import Training

/// The study of how the losses change a network while it learns.
struct MechanismStudy: Study {
  static let name = "mechanism"
  static let question = "Why does ascent fail where unlikelihood succeeds?"
  let isQuick: Bool

  struct Condition: StudyCondition {
    var lesson = NegativeExamples.Recipe.Supervision.bad
    var loss: NegativeLoss?
    var head = NetworkPolicy.Head.softmax
    var canonical = false

    var options: KeyValuePairs<String, String> {
      [
        "lesson": lesson.rawValue, "loss": loss?.rawValue ?? "",
        "head": head.rawValue, "canonical": canonical.text,
      ]
    }
  }

  var conditions: [Condition] {
    if isQuick {
      return [
        Condition(loss: .ascent), Condition(loss: .setUnlikelihood),
        Condition(loss: .ascent, head: .sigmoid),
      ]
    }
    let losses: [NegativeLoss] = [
      .ascent, .ascentFloor, .probabilityDescent, .unlikelihood,
      .setUnlikelihood,
    ]
    return losses.flatMap {
      [Condition(loss: $0), Condition(loss: $0, canonical: true)]
    }
      // The asker's own network: sigmoid outputs, quadratic cost.
      + [
        Condition(loss: .ascent, head: .sigmoid),
        Condition(loss: .unlikelihood, head: .sigmoid),
        Condition(lesson: .good, head: .sigmoid),
      ]
  }

  struct Figures: StudyFigures {
    var accuracy, ranking, plateau: Double?
    var logit: [Int: Double] = [:]
  }

  private static let logits = FigureSeries(
    name: "logit", path: \Figures.logit,
    checkpoints: [10, 30, 100, 300, 1000, 3000],
    meaning: "the largest logit after 10 steps"
  )

  var figures: [Figure<Figures>] {
    [
      .mean("accuracy", \.accuracy, "critical positions right"),
      .mean("ranking", \.ranking, "choices that one fixed ranking makes too"),
      .mean("plateau", \.plateau, "critical positions, two bad moves above .3"),
    ] + MechanismStudy.logits.figures
  }

  func measure(
    _ condition: Condition, seed: UInt64
  ) throws(Divergence) -> Figures {
    var recipe = NegativeExamples.Recipe()
    recipe.steps = isQuick ? 30 : 3000
    recipe.batch = 64
    recipe.supervision = condition.lesson
    recipe.loss = condition.loss ?? recipe.loss
    recipe.isCanonical = condition.canonical
    recipe.head = condition.head
    recipe.cost = recipe.head == .sigmoid ? .quadratic : .logarithm
    var figures = Figures()
    var learner = NegativeExamples(recipe, seed: seed)
    try learner.finish { learner in
      if MechanismStudy.logits.checkpoints.contains(learner.steps) {
        figures.logit[learner.steps] = learner.policy.largestLogit
      }
    }
    let table = learner.policy.table
    figures.accuracy = Accuracy(of: table).overall
    figures.ranking = FixedRanking(of: table).agreement
    figures.plateau = MechanismStudy.plateau(table)
    return figures
  }

  /// The share of the critical positions where two bad moves have a probability
  /// above .3 each: single unlikelihoods balance there.
  private static func plateau(_ table: PolicyTable) -> Double {
    let solution = ticTacToe.solution
    var (critical, stuck) = (0, 0)
    for number in solution.graph.decisions {
      let position = solution.graph.positions[number]
      let bad = position.empty.subtracting(solution.optimalMoves[number])
      if bad.isEmpty { continue }
      critical += 1
      let held = solution.graph.edges(of: number).count {
        !solution.isOptimal[$0] && table.probabilities[$0] > 0.3
      }
      if held >= 2 { stuck += 1 }
    }
    return Double(stuck) / Double(critical)
  }

  /// A loss on the first of two moves.
  private struct Curve: Sendable {
    let name: String
    let loss: @Sendable (Categorical) -> Loss

    /// The loss's gradient by the bad move's logit, given its probability.
    func gradient(at p: Float) -> Double {
      let policy = Categorical(logits: [.log(p), .log(1 - p)], legal: 0b11)
      return Double(loss(policy).gradient[0])
    }
  }

  private static let curves: [Curve] = [
    Curve(name: "ascent") { .ascent(of: $0, bad: 0) },
    Curve(name: "ascent, floor .1") { .ascent(of: $0, bad: 0, floor: 0.1) },
    Curve(name: "probability descent") { .probability(of: $0, bad: 0) },
    Curve(name: "unlikelihood") { .unlikelihood(of: $0, bad: 0) },
  ]

  private static var gradientTable: [String] {
    let places: [Float] = [0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999]
    func padded(_ text: String, to width: Int = 8) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    return [padded("", to: 22) + places.map { padded("\($0)") }.joined()]
      + curves.map { curve in
        padded(curve.name, to: 22)
          + places.map { p in
            let value = curve.gradient(at: p)
            return padded(NumberFormat.shortest(value, places: 3))
          }.joined()
      }
  }

  func findings(_ summary: Summary<Self>) -> [String] {
    let inputs: [(head: NetworkPolicy.Head, canonical: Bool)] = [
      (.softmax, false), (.softmax, true), (.sigmoid, false),
    ]
    let groups = summary.groups(
      inputs.map { head, canonical in
        (
          "\(head.rawValue) outputs, canonical input \(canonical.text)",
          { $0.head == head && $0.canonical == canonical }
        )
      }
    )
    return summary.tables(
      of: groups,
      [\.accuracy, \.ranking, \.plateau, \.logit[100], \.logit[3000]]
    ) + ["", "Gradient on the bad move's logit, two legal moves"]
      + MechanismStudy.gradientTable
  }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    let gradients = LineChart(
      title: "Gradient on the bad move's logit, two legal moves",
      x: Axis("probability of the bad move", range: 0...1),
      y: Axis("size of the gradient", range: 0...1),
      series: MechanismStudy.curves.map { curve in
        .init(
          curve.name,
          (1..<200).map { i in
            let p = Float(i) / 200
            return .init(Double(p), curve.gradient(at: p))
          }
        )
      }
    )
    let rows = conditions.filter { $0.head == .softmax && !$0.canonical }
    let growth = LineChart(
      title: "The largest logit while learning from bad moves",
      x: Axis("steps", scale: .logarithmic),
      y: Axis("largest logit", scale: .logarithmic),
      series: rows.map { condition in
        .init(
          condition.loss?.rawValue ?? "",
          summary.points(MechanismStudy.logits, of: condition)
        )
      }
    )
    return [("gradients", gradients.svg), ("logits", growth.svg)]
  }
}
