internal import Charts
internal import NeuralNetwork
internal import Players
internal import Training

extension Study {
  /// Can a reward's sign stand in for the right answer?
  public static func hunger(quick: Bool) -> Study {
    Study(
      name: "hunger",
      question: "Can the sign of a reward stand in for the right answer?",
      isQuick: quick,
      seeds: quick ? 2 : 100,
      conditions: HungerLesson.Pay.allCases.map {
        Condition(["pay": $0.rawValue])
      },
      figures: Hunger.figures,
      measure: Hunger.measure,
      findings: Hunger.findings,
      charts: Hunger.charts
    )
  }
}

/// The study of the two-place lesson.
private enum Hunger {
  private static let places = ["sated", "hungry"].enumerated().map {
    FigureSeries(
      name: $1,
      moments: [0, 5, 10, 20, 30, 40, 50, 75, 100, 150, 200, 300, 400, 500],
      meaning: "p(B) at hunger \($0) after 0 steps"
    )
  }

  static let figures: [Figure] =
    [
      .init(
        name: "learned",
        kind: .share,
        meaning: "p(B) below .05 at hunger 0 and above .95 at hunger 1, end"
      ),
      .init(name: "firstAt", kind: .mean, meaning: "steps until then"),
      .init(
        name: "right",
        kind: .mean,
        meaning: "share of the steps after which the right place is likelier"
      ),
      .init(
        name: "error",
        kind: .mean,
        meaning: "of the expected derivative, most beside −ΔJ/Δθ, in 10⁻⁶"
      ),
    ]
    + places.flatMap(\.figures)

  static func measure(_ condition: Condition, seed: UInt64) -> [Double?] {
    var lesson = HungerLesson(pay: condition.choice("pay"))
    var rng = SeededGenerator(seed: seed)
    let moments = places[0].moments
    let steps = moments.max() ?? 0
    var (right, error) = (0, 0.0)
    var first: Int?
    var curves: [[Double?]] = [[], []]
    for step in 0...steps {
      if step > 0 { right += lesson.step(using: &rng) ? 1 : 0 }
      if first == nil, lesson.isLearned { first = step }
      guard moments.contains(step) else { continue }
      error = max(error, gradientError(lesson))
      for hunger in 0...1 {
        let p = lesson.policy(hunger: hunger).probabilities
        curves[hunger].append(Double(p[1]))
      }
    }
    return [
      lesson.isLearned ? 1 : 0, first.map(Double.init),
      Double(right) / Double(steps), 1e6 * error,
    ] + curves[0] + curves[1]
  }

  /// How far the expected derivative is from the central difference of J, at
  /// most.
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

  static func findings(_ summary: Summary) -> [String] {
    let lines = summary.table(
      of: summary.study.conditions,
      figures: [
        "learned", "firstAt", "right", "error", "sated500", "hungry500",
      ]
    )
    func learned(_ pay: HungerLesson.Pay) -> Estimate? {
      summary.condition(["pay": pay.rawValue])
        .flatMap { summary.estimate("learned", $0) }
    }
    let verdict =
      switch (learned(.fair), learned(.always)) {
      case (let fair?, let always?) where fair.low > 0.5 && always.high < 0.5:
        "the sign of the reward teaches, reward alone not"
      case (let fair?, _) where fair.low > 0.5:
        "it learns; the control is not told apart"
      default: "not shown to learn"
      }
    return [""] + lines + ["", "verdict: \(verdict)"]
  }

  static func charts(_ summary: Summary) -> [(name: String, svg: String)] {
    let series = summary.study.conditions.flatMap { condition in
      (0...1).map { hunger in
        LineChart.Series(
          (hunger == 1 ? "hungry" : "not hungry")
            + ", paid \(condition["pay"] == "fair" ? "fairly" : "always")",
          places[hunger].points(of: condition, in: summary)
        )
      }
    }
    let chart = LineChart(
      title: "Where to go, by hunger",
      x: Axis("steps"),
      y: Axis("p(B)", range: 0...1),
      series: series
    )
    return [("places", chart.svg)]
  }
}
