import Charts
import Numbers
import TicTacToe
import Training

/// NashConv and blunders of runs over their games or steps.
struct LearningCurves {
  private let nashConv: LineChart
  private let blunders: LineChart

  /// The letter of each run on the curves.
  let marks: [Character]

  /// Overlays runs that count the same.
  ///
  /// - Throws: `Failure` 64 if some count games and some steps: a game teaches
  ///   by its moves, a step by all labels at once.
  init(of runs: [RunHistory]) throws {
    let units = Set(runs.map(\.options.unit))
    guard units.count == 1, let unit = units.first else {
      throw Failure(
        .usage,
        "games and steps have no common axis; expected runs that count the "
          + "same",
        hint: runs.map { "\($0.path) counts \($0.options.unit)" }
          .joined(separator: ", ") + "."
      )
    }
    marks = runs.indices.map(LineChart.letter)
    // A run without evaluations shows its budget.
    let end =
      runs.compactMap { $0.evaluations.last?.done }.max()
      ?? runs.map(\.options.recipe.budget).max()
    let x = Axis(unit, range: 0...Double(max(1, end ?? 1)))
    func chart(
      _ title: String, _ figure: (MetricsEntry.Figures) -> Double
    ) -> LineChart {
      let series = runs.map { run in
        LineChart.Series(
          run.path,
          run.evaluations.compactMap { evaluation in
            evaluation.figures.map {
              LineChart.Point(Double(evaluation.done), figure($0))
            }
          }
        )
      }
      let highest = series.flatMap(\.points).map(\.y).max() ?? 0
      let y = Axis("", range: 0...max(highest, 0.01))
      return LineChart(title: title, x: x, y: y, series: series)
    }
    nashConv = chart("NashConv, moves drawn") { $0.nashConv }
    let positions = Set(runs.map(\.options.board.states.decisions.count))
    let count = positions.map(NumberFormat.grouped).joined(separator: " or ")
    blunders = chart("blunders of \(count) positions") { Double($0.blunders) }
  }

  var svg: String {
    LineChart.svg(of: [nashConv, blunders], title: "Learning curves")
  }

  /// Both as text, side by side if there is room, in at most `height` lines if
  /// that leaves enough for the curves.
  func lines(width: Int, height: Int, charset: LineChart.Charset) -> [String] {
    let isWide = width >= 72
    let size =
      isWide ? (width / 2 - 1, max(10, height)) : (width, max(10, height / 2))
    let (left, right) = (
      text(nashConv, size, charset), text(blunders, size, charset)
    )
    guard isWide else { return left + [""] + right }
    return zip(left, right).map { $0.padded(to: width / 2 + 1) + $1 }
  }

  private func text(
    _ chart: LineChart, _ size: (width: Int, height: Int),
    _ charset: LineChart.Charset
  ) -> [String] {
    chart.text(
      width: size.width, height: size.height, charset: charset, hasLegend: false
    ).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
