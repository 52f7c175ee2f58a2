internal import Charts
internal import Numbers

extension Summary {
  /// Conditions under a heading, shown together.
  typealias Group = (title: String, conditions: [S.Condition])

  /// The conditions that belong under each heading, without headings that have
  /// none.
  func groups(
    _ headings: [(title: String, holds: (S.Condition) -> Bool)]
  ) -> [Group] {
    headings.map { ($0.title, study.conditions.filter($0.holds)) }
      .filter { !$0.conditions.isEmpty }
  }

  /// A table of some conditions: a line for each, every figure with its 95%
  /// interval.
  func table(of conditions: [S.Condition], _ paths: [FigurePath]) -> [String] {
    var cells = [[""] + paths.map { figure($0).name }]
    for (condition, name) in zip(conditions, names(of: conditions)) {
      cells.append(
        [name]
          + paths.map { path in
            estimate(path, condition).map { text($0, figure(path).kind) } ?? "–"
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

  /// Tables of groups, each after an empty line and its title.
  func tables(of groups: [Group], _ paths: [FigurePath]) -> [String] {
    groups.flatMap { ["", $0.title] + table(of: $0.conditions, paths) }
  }

  /// Bars of a figure for groups of conditions, each with its 95% interval.
  func bars(of groups: [Group], _ path: FigurePath) -> [BarChart.Group] {
    groups.compactMap { title, conditions in
      let bars = zip(conditions, names(of: conditions)).compactMap {
        condition,
        name in
        estimate(path, condition).map {
          BarChart.Bar(name, $0.value, in: $0.low...$0.high)
        }
      }
      return bars.isEmpty ? nil : BarChart.Group(title, bars)
    }
  }

  /// The curve of a series in one condition: means with their intervals.
  func points(
    _ series: FigureSeries<S.Figures>, of condition: S.Condition
  ) -> [LineChart.Point] {
    zip(series.checkpoints, series.figures).compactMap { checkpoint, figure in
      estimate(figure.path, condition).map {
        LineChart.Point(Double(checkpoint), $0.value, in: $0.low...$0.high)
      }
    }
  }

  /// The options that tell conditions apart; a title says what they share.
  func names(of conditions: [S.Condition]) -> [String] {
    let values = conditions.map { $0.options.map(\.value) }
    let varied = (values.first ?? []).indices.filter { option in
      Set(values.map { $0[option] }).count > 1
    }
    return zip(conditions, values).map { condition, values in
      varied.isEmpty
        ? condition.text
        : varied.map { values[$0] }.filter { !$0.isEmpty }
          .joined(separator: " ")
    }
  }

  /// `.997 [.996, .998]`, or `10/10 [.72, 1]`.
  func text(
    _ estimate: Estimate, _ kind: Figure<S.Figures>.Kind = .mean
  ) -> String {
    let ends = "[\(short(estimate.low)), \(short(estimate.high))]"
    if kind == .share {
      let k = Int((estimate.value * Double(estimate.count)).rounded())
      return "\(k)/\(estimate.count) \(ends)"
    }
    return "\(short(estimate.value)) \(ends)"
  }

  /// Three or four significant digits, and at least the sign of a tiny value.
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
