internal import Charts

extension Turing {
  static func findings(_ summary: Summary) -> [String] {
    var lines: [String] = []
    for hidden in Hidden.allCases {
      let rows = summary.study.conditions.filter {
        $0.matches(["player": hidden.rawValue])
      }
      lines += ["", "The player \(hidden.rawValue), in nats a move"]
      lines += summary.table(of: rows, figures: ["divergence", "moves"])
      for games in games(rows) {
        for (model, other) in comparisons {
          let text = summary.comparison(
            "divergence",
            condition(model, games, rows),
            minus: condition(other, games, rows),
            aim: .low
          )
          if let text {
            lines.append(
              "\(games) games, \(model.rawValue) minus \(other.rawValue): \(text)"
            )
          }
        }
      }
    }
    return lines
  }

  private static let comparisons: [(Model, Model)] = [
    (.networkTuring, .network), (.features, .network),
    (.featuresTuring, .features),
  ]

  private static func games(_ rows: [Condition]) -> [String] {
    rows.map { $0["games"] }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  private static func condition(
    _ model: Model,
    _ games: String,
    _ rows: [Condition]
  ) -> Condition? {
    rows.first { $0.matches(["games": games, "model": model.rawValue]) }
  }

  static func charts(_ summary: Summary) -> [(name: String, svg: String)] {
    Hidden.allCases.map { hidden in
      let rows = summary.study.conditions.filter {
        $0.matches(["player": hidden.rawValue])
      }
      let series = Model.allCases.map { model in
        LineChart.Series(
          model.rawValue,
          games(rows).compactMap { games in
            guard let row = condition(model, games, rows),
              let count = Double(games),
              let e = summary.estimate("divergence", row)
            else { return nil }
            return LineChart.Point(count, e.value, in: e.low...e.high)
          }
        )
      }
      let chart = LineChart(
        title: "What is not known of the player \(hidden.rawValue)",
        x: Axis("games watched", scale: .logarithmic),
        y: Axis("relative entropy", scale: .logarithmic),
        series: series
      )
      return ("divergence-\(hidden.rawValue)", chart.svg)
    }
  }
}
