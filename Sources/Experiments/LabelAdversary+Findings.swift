internal import Charts

extension LabelAdversary {
  static func findings(_ summary: Summary) -> [String] {
    let conditions = summary.study.conditions
    let last = summary.study.isQuick ? 100 : 1500
    var lines =
      [
        "",
        "Boards held out played optimally; at step \(last) the two networks",
      ]
      + summary.table(
        of: conditions,
        figures: [
          "heldOut", "ranking", "discriminator\(last)", "gradient\(last)",
          "cosine\(last)",
        ]
      )
      + ["", "The hidden layer: linear probes, and 4×4 after few examples"]
      + summary.table(
        of: conditions.filter { features.contains($0["form"]) },
        figures: ["value", "winning", "transfer"]
      ) + ["", "Paired differences"]
    guard let base = summary.condition(["form": baseline]) else { return lines }
    for condition in conditions where condition != base {
      lines += [
        summary.verdict(
          "heldOut",
          of: condition,
          against: base,
          called: baseline
        )
      ].compactMap { $0 }
    }
    for (form, other) in besides {
      let difference = summary.comparison(
        "heldOut",
        summary.condition(["form": form]),
        minus: summary.condition(["form": other]),
        aim: .high
      )
      lines += [difference.map { "\(form) minus \(other): \($0)" }].compactMap {
        $0
      }
    }
    guard let own = summary.condition(["form": recipe]),
      let untrained = summary.condition(["form": "untrained"])
    else { return lines }
    for figure in ["value", "winning", "transfer"] {
      for (other, name) in [(untrained, "random"), (base, baseline)] {
        lines += [
          summary.verdict(
            figure,
            of: own,
            against: other,
            called: "\(name) features"
          )
        ].compactMap { $0 }
      }
    }
    return lines
  }

  static func charts(_ summary: Summary) -> [(name: String, svg: String)] {
    zip(
      series,
      [
        Axis("share of pairs told right", range: 0...1),
        Axis("length of the gradient", scale: .logarithmic),
        Axis("cosine with the cross-entropy gradient"),
      ]
    ).map { series, axis in
      let curves = summary.study.conditions.filter {
        drawn.contains($0["form"])
      }.map {
        LineChart.Series($0["form"], series.points(of: $0, in: summary))
      }
      let chart = LineChart(
        title: "Predictor and discriminator while both learn",
        x: Axis("steps", scale: .logarithmic),
        y: axis,
        series: curves
      )
      return (series.name, chart.svg)
    }
  }

  /// What is compared with another form than cross-entropy: the failures with
  /// what needs no look at the pieces, all that is tried beside the projection,
  /// its slowness mended, and moves drawn.
  private static let besides =
    [(essay, order), ("… soft truth", order)]
    + [
      "saturating", "5 to 1", "one-hot truth", "soft truth", "noise",
      "smoothing",
    ].map { ("projection \($0)", "projection") } + [
      ("projection slow R1", "projection slow"),
      ("moves: drawn", "moves: every one"),
    ]

  /// The curves that tell the story; more would not be told apart.
  private static let drawn = [
    essay, "… soft truth", "vector-only", "projection",
    recipe, "projection slow",
  ]
}
