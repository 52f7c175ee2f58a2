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
        figures: ["held", "blunders", "nashConv"]
      )
      + ["", "Self-play with hindsight unlikelihood minus without, paired"]
    for (method, policy) in [
      ("all actions", "network"), ("reinforce", "network"),
      ("reinforce", "table"),
    ] {
      for figure in ["unbeatableAt", "perfectAt", "nashConv"] {
        guard
          let with = summary.condition([
            "method": method, "policy": policy, "negatives": "unlikelihood",
          ]),
          let without = summary.condition([
            "method": method, "policy": policy, "negatives": "none",
          ]),
          let e = summary.difference(figure, with, minus: without)
        else { continue }
        let verdict =
          e.low > 0 ? "worse" : e.high < 0 ? "better" : "no difference shown"
        lines.append(
          "\(method), \(policy) \(figure): \(summary.text(e, of: figure)) over "
            + "\(e.count) pairs: \(verdict)"
        )
      }
    }
    return lines
  }
}
