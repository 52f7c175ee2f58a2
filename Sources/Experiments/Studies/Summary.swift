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
}
