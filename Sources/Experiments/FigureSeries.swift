internal import Charts

/// One quantity, measured at several moments of learning: a figure for each,
/// and a curve.
struct FigureSeries: Sendable {
  /// The name; a figure's is this and the moment.
  let name: String

  /// The games or steps, ascending.
  let moments: [Int]

  /// One sentence.
  let meaning: String

  /// The figures; what they mean is said once.
  var figures: [Figure] {
    moments.map { moment in
      Figure(
        name: "\(name)\(moment)",
        kind: .mean,
        meaning: moment == moments.first ? "\(meaning), and so on" : ""
      )
    }
  }

  /// The means of a condition with their intervals.
  func points(
    of condition: Condition,
    in summary: Summary
  ) -> [LineChart.Point] {
    moments.compactMap { moment in
      summary.estimate("\(name)\(moment)", condition).map {
        LineChart.Point(Double(moment), $0.value, in: $0.low...$0.high)
      }
    }
  }
}
