import Charts
import TestSupport
import Testing

@testable import Experiments

@Suite struct FigureTests {
  private let study = SampleStudy()

  @Test func `every checkpoint is a figure, explained once`() {
    let figures = SampleStudy.powers.figures
    #expect(figures.map(\.name) == ["power1", "power10"])
    #expect(
      figures.map(\.meaning) == ["the power after 1 step, and so on", ""]
    )
    #expect(figures.map(\.path) == [\.powers[1], \.powers[10]])
  }

  @Test func `the curve has the checkpoints that were measured`() {
    let condition = study.conditions[0]
    let summary = Summary(
      study: study,
      rows: [
        condition: [0.25, 0.75].enumerated().map {
          (seed: UInt64($0), figures: .init(powers: [1: $1]))
        }
      ]
    )
    let points = summary.points(SampleStudy.powers, of: condition)
    #expect(points.map(\.x) == [1] && points.map(\.y) == [0.5])
  }

  @Test func `a row's name is what tells it apart`() {
    let study = AuctionStudy(isQuick: true)
    let summary = Summary(study: study, rows: [:])
    #expect(
      summary.names(of: Array(study.conditions.suffix(2)))
        == ["all", "cross-entropy"]
    )
  }

  @Test func `a path without a column traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let study = SampleStudy()
      let summary = Summary(study: study, rows: [:])
      _ = summary.estimate(\.powers[7], study.conditions[0])
    }
    #expect(result.message.contains("arithmetic has no column for"))
  }
}
