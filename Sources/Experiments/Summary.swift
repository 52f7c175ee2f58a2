internal import Numbers

/// The results of a study, condition by condition.
public struct Summary: Sendable {
  /// The study.
  public let study: Study

  /// The values by condition, seed after seed, figure after figure.
  let rows: [Condition: [(seed: UInt64, values: [Double?])]]

  /// The estimate of a figure in a condition; nil if nothing was measured.
  public func estimate(
    _ figure: String,
    _ condition: Condition
  ) -> Estimate? {
    guard let column = column(figure) else { return nil }
    let values = (rows[condition] ?? []).compactMap { $0.values[column] }
    switch study.figures[column].kind {
    case .mean: return Estimate(mean: values)
    case .share:
      return Estimate(share: values.count { $0 > 0.5 }, of: values.count)
    }
  }

  /// The mean difference of a figure between two conditions, seed by seed,
  /// over the seeds where both have it.
  public func difference(
    _ figure: String,
    _ condition: Condition,
    minus other: Condition
  ) -> Estimate? {
    guard let column = column(figure) else { return nil }
    let others = Dictionary(
      uniqueKeysWithValues: (rows[other] ?? []).map {
        ($0.seed, $0.values[column])
      }
    )
    let differences = (rows[condition] ?? []).compactMap { row -> Double? in
      guard let value = row.values[column], let base = others[row.seed] ?? nil
      else { return nil }
      return value - base
    }
    return Estimate(mean: differences)
  }

  /// The first condition whose named options have the values given.
  public func condition(
    _ values: KeyValuePairs<String, String>
  ) -> Condition? {
    study.conditions.first { $0.matches(values) }
  }

  private func column(_ figure: String) -> Int? {
    study.figures.firstIndex { $0.name == figure }
  }

  /// `summary.csv`: n, mean and interval of every figure in every condition.
  public var csv: String {
    let keys = study.conditions.first?.options.map(\.key) ?? []
    var lines = [
      (keys + ["figure", "n", "value", "low", "high"]).joined(separator: ",")
    ]
    for condition in study.conditions {
      for figure in study.figures {
        guard let e = estimate(figure.name, condition) else { continue }
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
