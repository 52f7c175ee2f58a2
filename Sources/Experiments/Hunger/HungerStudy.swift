internal import Charts
internal import NeuralNetwork
internal import Players
internal import Training

/// The study of the two-place lesson.
struct HungerStudy: Study {
  static let name = "hunger"
  static let question =
    "Can the sign of a reward stand in for the right answer?"
  static let fullSeeds = 100
  let isQuick: Bool

  struct Condition: StudyCondition {
    let pay: HungerLesson.Pay

    var options: KeyValuePairs<String, String> { ["pay": pay.rawValue] }
  }

  var conditions: [Condition] { HungerLesson.Pay.allCases.map(Condition.init) }

  struct Figures: StudyFigures {
    var learned, firstAt, right, error: Double?
    var sated: [Int: Double] = [:]
    var hungry: [Int: Double] = [:]
  }

  private static let checkpoints = [
    0, 5, 10, 20, 30, 40, 50, 75, 100, 150, 200, 300, 400, 500,
  ]

  /// p(B), by hunger.
  private static let places = [
    FigureSeries(
      name: "sated", path: \Figures.sated, checkpoints: checkpoints,
      meaning: "p(B) at hunger 0 after 0 steps"
    ),
    FigureSeries(
      name: "hungry", path: \Figures.hungry, checkpoints: checkpoints,
      meaning: "p(B) at hunger 1 after 0 steps"
    ),
  ]

  var figures: [Figure<Figures>] {
    [
      .share("learned", \.learned, "p(B) below .05 sated, above .95 hungry"),
      .mean("firstAt", \.firstAt, "steps until then"),
      .mean("right", \.right, "share of steps toward the right place"),
      .mean("error", \.error, "expected derivative against −ΔJ/Δθ, in 10⁻⁶"),
    ]
      + HungerStudy.places.flatMap(\.figures)
  }

  func measure(_ condition: Condition, seed: UInt64) -> Figures {
    var lesson = HungerLesson(pay: condition.pay)
    var rng = SeededGenerator(seed: seed)
    let steps = 500
    var (right, error) = (0, 0.0)
    var figures = Figures()
    for step in 0...steps {
      if step > 0 { right += lesson.step(using: &rng) ? 1 : 0 }
      if figures.firstAt == nil, lesson.isLearned {
        figures.firstAt = Double(step)
      }
      guard HungerStudy.checkpoints.contains(step) else { continue }
      error = max(error, HungerStudy.gradientError(lesson))
      for (hunger, series) in HungerStudy.places.enumerated() {
        let p = lesson.policy(hunger: hunger).probabilities
        figures[keyPath: series.path][step] = Double(p[1])
      }
    }
    figures.learned = Double(lesson.isLearned)
    figures.right = Double(right) / Double(steps)
    figures.error = 1e6 * error
    return figures
  }

  /// The greatest difference between the expected derivative and the central
  /// difference of J.
  private static func gradientError(_ lesson: HungerLesson) -> Double {
    let width: Float = 0x1p-7
    var most: Float = 0
    for hunger in 0...1 {
      for (i, slope) in lesson.expectedGradient(hunger: hunger).enumerated() {
        var (above, below) = (lesson, lesson)
        above.network.parameters[i] += width
        below.network.parameters[i] -= width
        let difference =
          above.expectedReward(hunger: hunger)
          - below.expectedReward(hunger: hunger)
        most = max(most, (slope + difference / (2 * width)).magnitude)
      }
    }
    return Double(most)
  }

  func findings(_ summary: Summary<Self>) -> [String] {
    let table = summary.table(
      of: conditions,
      [
        \.learned, \.firstAt, \.right, \.error, \.sated[500], \.hungry[500],
      ]
    )
    let learned = (
      fair: summary.estimate(\.learned, Condition(pay: .fair)),
      always: summary.estimate(\.learned, Condition(pay: .always))
    )
    let verdict =
      switch learned {
      case (let fair?, let always?) where fair.low > 0.5 && always.high < 0.5:
        "the sign of the reward teaches, reward alone not"
      case (let fair?, _) where fair.low > 0.5:
        "it learns; the control is not told apart"
      default: "not shown to learn"
      }
    return [""] + table + ["", "verdict: \(verdict)"]
  }

  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)] {
    let series = conditions.flatMap { condition in
      zip(["not hungry", "hungry"], HungerStudy.places).map { name, place in
        LineChart.Series(
          "\(name), paid \(condition.pay == .fair ? "fairly" : "always")",
          summary.points(place, of: condition)
        )
      }
    }
    let chart = LineChart(
      title: "Where to go, by hunger", x: Axis("steps"),
      y: Axis("p(B)", range: 0...1), series: series
    )
    return [("places", chart.svg)]
  }
}
