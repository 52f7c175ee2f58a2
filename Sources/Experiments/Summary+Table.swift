internal import Numbers

extension Summary {
  /// The conditions that have the values under each heading, without headings
  /// that have none.
  func groups(
    _ headings: [(String, KeyValuePairs<String, String>)]
  ) -> [(title: String, conditions: [Condition])] {
    headings.map { title, values in
      (title, study.conditions.filter { $0.matches(values) })
    }.filter { !$0.1.isEmpty }
  }

  /// A table of some conditions: a line for each, every figure with its 95%
  /// interval.
  func table(of conditions: [Condition], figures: [String]) -> [String] {
    var cells = [[""] + figures]
    for (condition, name) in zip(conditions, names(of: conditions)) {
      cells.append(
        [name]
          + figures.map { figure in
            estimate(figure, condition).map { text($0, of: figure) } ?? "–"
          }
      )
    }
    let widths = cells[0].indices.map { column in
      cells.map { $0[column].count }.max() ?? 0
    }
    return cells.map { row in
      let line = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// What tells conditions apart; what all of them share, a title says.
  func names(of conditions: [Condition]) -> [String] {
    let varied = (conditions.first?.options ?? []).map(\.key).filter { key in
      Set(conditions.map { $0[key] }).count > 1
    }
    return conditions.map { condition in
      varied.isEmpty
        ? condition.text
        : varied.map { condition[$0] }.filter { !$0.isEmpty }
          .joined(separator: " ")
    }
  }

  /// `.997 [.996, .998]`, or `10/10 [.72, 1]`.
  func text(_ estimate: Estimate, of figure: String) -> String {
    let isShare =
      study.figures.first { $0.name == figure }?.kind == .share
    let ends = "[\(short(estimate.low)), \(short(estimate.high))]"
    if isShare {
      let k = Int((estimate.value * Double(estimate.count)).rounded())
      return "\(k)/\(estimate.count) \(ends)"
    }
    return "\(short(estimate.value)) \(ends)"
  }

  /// Three or four digits that tell; a few of what is all but nothing, so that
  /// its sign shows.
  private func short(_ value: Double) -> String {
    let places =
      switch value.magnitude {
      case 100...: 0
      case 10...: 1
      case 0.001...: 3
      default: 4
      }
    return NumberFormat.shortest(value, places: places)
  }
}
