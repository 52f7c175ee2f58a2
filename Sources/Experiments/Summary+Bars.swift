internal import Charts

extension Summary {
  /// A figure of some conditions as bars under a heading, each with its 95%
  /// interval; nil where nothing was measured.
  func bars(
    _ heading: String,
    _ figure: String,
    of conditions: [Condition]
  ) -> BarChart.Group? {
    let bars = zip(conditions, names(of: conditions)).compactMap {
      condition,
      name in
      estimate(figure, condition).map {
        BarChart.Bar(name, $0.value, in: $0.low...$0.high)
      }
    }
    return bars.isEmpty ? nil : BarChart.Group(heading, bars)
  }
}
