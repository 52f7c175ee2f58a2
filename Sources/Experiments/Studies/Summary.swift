internal import Charts
internal import Numbers

/// The results of a study, condition by condition.
package struct Summary<S: Study>: Sendable {
  let study: S

  /// The results by condition, seed after seed.
  let rows: [S.Condition: [(seed: UInt64, figures: S.Figures)]]

  typealias FigurePath = KeyPath<S.Figures, Double?>

  func figure(_ path: FigurePath) -> Figure<S.Figures> {
    guard let figure = study.figures.first(where: { $0.path == path }) else {
      preconditionFailure("\(S.name) has no column for \(path)")
    }
    return figure
  }

  /// The estimate of a figure in a condition; nil if nothing was measured.
  func estimate(_ path: FigurePath, _ condition: S.Condition) -> Estimate? {
    let values = (rows[condition] ?? []).compactMap {
      $0.figures[keyPath: path]
    }
    switch figure(path).kind {
    case .mean: return Estimate(mean: values)
    case .share:
      return Estimate(share: values.count { $0 > 0.5 }, of: values.count)
    }
  }

  /// The mean difference of a figure between two conditions, over the seeds for
  /// which both have it.
  func difference(
    _ path: FigurePath, _ condition: S.Condition, minus other: S.Condition
  ) -> Estimate? {
    let others = Dictionary(
      uniqueKeysWithValues: (rows[other] ?? []).map {
        ($0.seed, $0.figures[keyPath: path])
      }
    )
    let differences = (rows[condition] ?? []).compactMap { row -> Double? in
      guard let value = row.figures[keyPath: path],
        let base = others[row.seed] ?? nil
      else { return nil }
      return value - base
    }
    return Estimate(mean: differences)
  }

  /// `summary.csv`: n, mean and interval of every figure in every condition.
  var csv: String {
    let keys = study.conditions[0].options.map(\.key)
    var lines = [
      (keys + ["figure", "n", "value", "low", "high"]).joined(separator: ",")
    ]
    for condition in study.conditions {
      for figure in study.figures {
        guard let e = estimate(figure.path, condition) else { continue }
        let numbers = [e.value, e.low, e.high].map {
          NumberFormat.shortest($0, places: 6)
        }
        lines.append(
          (condition.options.map(\.value) + [figure.name, "\(e.count)"]
            + numbers).joined(separator: ",")
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

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

  /// Bars of a figure for groups of conditions, each with its 95% interval;
  /// named by the options that tell them apart unless told otherwise.
  func bars(
    of groups: [Group], _ path: FigurePath,
    named name: ((S.Condition) -> String)? = nil
  ) -> [BarChart.Group] {
    groups.compactMap { title, conditions in
      let names = name.map(conditions.map) ?? names(of: conditions)
      let bars = zip(conditions, names).compactMap { condition, name in
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

  /// The good end of a figure's values.
  enum Aim {
    case high, low
  }

  /// The paired difference of a figure between two conditions and its verdict,
  /// in a line: `.012 [.003, .021] over 20 pairs: better`; nil without pairs.
  func comparison(
    _ path: FigurePath, _ condition: S.Condition, minus other: S.Condition,
    aim: Aim
  ) -> String? {
    guard let e = difference(path, condition, minus: other) else { return nil }
    // One pair has no interval.
    let isShown = e.count > 1 && (e.low > 0 || e.high < 0)
    let isBetter = (e.value > 0) == (aim == .high)
    let verdict =
      !isShown ? "no difference shown" : isBetter ? "better" : "worse"
    return "\(text(e)) over \(e.count) pairs: \(verdict)"
  }

  /// A line on a method against its baseline, named so, by the paired
  /// difference of a figure where more is better; nil without pairs.
  func verdict(
    _ path: FigurePath, of condition: S.Condition,
    against baseline: S.Condition, named name: String
  ) -> String? {
    difference(path, condition, minus: baseline).map { e in
      let parity = Parity(e)
      let hasObject = parity == .worse || parity == .unknown
      return "\(condition.text) minus \(name), \(figure(path).name): "
        + "\(text(e)) over \(e.count) pairs: "
        + parity.rawValue + (hasObject ? " \(name)" : "")
    }
  }
}

/// The verdict on a method against its baseline, from the paired difference of
/// a figure where more is better.
enum Parity: String {
  /// The whole interval lies above 0.
  case better = "use it"

  /// The interval includes 0 and stays above −margin, or lies between them.
  case parity

  /// The interval reaches below −margin and stays below 0.
  case worse = "does not beat"

  /// The interval is too wide for any of these.
  case unknown = "not shown to differ from"

  /// The loss that still counts as equal: one percentage point.
  static let margin = 0.01

  init(_ difference: Estimate) {
    self =
      switch difference {
      // One pair has no interval.
      case let e where e.count < 2: .unknown
      case let e where e.low > 0: .better
      case let e where e.low >= -Parity.margin: .parity
      case let e where e.high < 0: .worse
      default: .unknown
      }
  }
}
