internal import Charts

extension Methods {
  static func findings(_ summary: Summary) -> [String] {
    let conditions = summary.study.conditions
    var lines =
      ["", "First proofs, in games or steps"]
      + summary.table(
        of: conditions,
        figures: ["unbeatable", "unbeatableAt", "perfect", "perfectAt"]
      )
      + ["", "At the end"]
      + summary.table(
        of: conditions,
        figures: ["held", "blunders", "nashConv", "heldOut", "examples"]
      )
      + ["", "Self-play with hindsight unlikelihood minus without, paired"]
    for (method, policy) in [
      ("all actions", "network"), ("reinforce", "network"),
      ("reinforce", "table"),
    ] {
      for figure in ["unbeatableAt", "perfectAt", "nashConv"] {
        let with = summary.condition([
          "method": method, "policy": policy, "negatives": "unlikelihood",
        ])
        let without = summary.condition([
          "method": method, "policy": policy, "negatives": "none",
        ])
        if let text = summary.comparison(
          figure,
          with,
          minus: without,
          aim: .low
        ) {
          lines.append("\(method), \(policy) \(figure): \(text)")
        }
      }
    }
    return lines
  }

  static func charts(_ summary: Summary) -> [(name: String, svg: String)] {
    let groups = summary.groups([
      ("Self-play", ["unit": "games"]), ("Examples", ["unit": "steps"]),
    ])
    let chart = BarChart(
      title: "Distance to Nash at the end",
      axis: Axis("NashConv"),
      groups: groups.compactMap {
        summary.bars($0.title, "nashConv", of: $0.conditions)
      }
    )
    return [("nash", chart.svg)]
  }
}
