import Charts
import Testing

@testable import Experiments

@Suite struct FigureSeriesTests {
  private let series = FigureSeries(
    name: "p",
    moments: [1, 10],
    meaning: "p after 1 step"
  )

  @Test func `every moment is a figure, explained once`() {
    #expect(series.figures.map(\.name) == ["p1", "p10"])
    #expect(series.figures.map(\.meaning) == ["p after 1 step, and so on", ""])
  }

  @Test func `the curve has the moments that were measured`() {
    let condition = Condition(["a": "b"])
    let study = Study(
      name: "s",
      question: "?",
      isQuick: false,
      seeds: 1,
      conditions: [condition],
      figures: series.figures,
      measure: { _, _ in [] },
      findings: { _ in [] },
      charts: { _ in [] }
    )
    let summary = Summary(
      study: study,
      rows: [condition: [(1, [0.25, nil]), (2, [0.75, nil])]]
    )
    let points = series.points(of: condition, in: summary)
    #expect(points.map(\.x) == [1] && points.map(\.y) == [0.5])
  }
}
