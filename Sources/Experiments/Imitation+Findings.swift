internal import Charts
internal import Training

extension Imitations {
  /// The conditions by who teaches, under a heading.
  private static func groups(
    of summary: Summary
  ) -> [(title: String, conditions: [Condition])] {
    summary.groups([
      (
        "The exact solution, boards up to symmetry",
        ["teacher": "solution", "canonical": "on"]
      ),
      (
        "The exact solution, every board by itself",
        ["teacher": "solution", "canonical": "off"]
      ),
      (
        "Games of perfect play after 0 to 7 random moves, cloned or by GAIL",
        ["teacher": "games"]
      ),
      (
        "Its own games: successes alone, and with failures",
        ["teacher": "itself"]
      ),
    ])
  }

  static func charts(_ summary: Summary) -> [(name: String, svg: String)] {
    let chart = BarChart(
      title: "Critical positions played right, by who teaches",
      axis: Axis("accuracy", range: 0...1),
      groups: groups(of: summary).compactMap {
        summary.bars($0.title, "accuracy", of: $0.conditions)
      }
    )
    return [("accuracy", chart.svg)]
  }

  static func findings(_ summary: Summary) -> [String] {
    var lines = groups(of: summary).flatMap { title, conditions in
      ["", title]
        + summary.table(of: conditions, figures: figures.map(\.name))
    }
    lines += ["", "Accuracy, paired"]
    func compare(
      _ name: String,
      _ values: KeyValuePairs<String, String>,
      minus other: KeyValuePairs<String, String>
    ) {
      let text = summary.comparison(
        "accuracy",
        summary.condition(values),
        minus: summary.condition(other),
        aim: .high
      )
      if let text { lines.append("\(name): \(text)") }
    }
    for canonical in ["on", "off"] {
      compare(
        "set minus soft, canonical \(canonical)",
        ["teacher": "solution", "target": "set", "canonical": canonical],
        minus: [
          "teacher": "solution", "target": "soft", "canonical": canonical,
        ]
      )
    }
    for games in ["100", "1000", "10000"] {
      for answer in adversaries {
        compare(
          "\(games) games: adversary, \(answer.rawValue), minus cloning",
          ["teacher": "games", "target": answer.rawValue, "games": games],
          minus: ["teacher": "games", "target": "soft", "games": games]
        )
      }
    }
    for (pay, other) in [
      ("positive", "signed"), ("positive less mean", "signed less mean"),
      ("positive less mean", "positive"), ("signed less mean", "signed"),
    ] {
      compare(
        "own games: \(pay) minus \(other)",
        ["teacher": "itself", "target": pay],
        minus: ["teacher": "itself", "target": other]
      )
    }
    return lines
  }
}
