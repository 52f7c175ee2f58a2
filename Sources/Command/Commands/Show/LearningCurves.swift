import Charts
import Numbers
import TicTacToe
import Training

/// NashConv and blunders of runs over their games or steps, and the bad moves
/// found where a run unlearns them.
struct LearningCurves {
  private let charts: [LineChart]

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
    let boards = Set(runs.map(\.options.board.rules))
    guard boards.count == 1, let board = runs.first?.options.board else {
      throw Failure(
        .usage,
        "runs on different boards have no common axis; expected runs on one",
        hint: runs.map { "\($0.path) is on \($0.options.board.rules.name)" }
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
      _ title: String, _ points: (RunHistory) -> [(done: Int, y: Double)]
    ) -> LineChart {
      let series = runs.map { run in
        LineChart.Series(
          run.path, points(run).map { LineChart.Point(Double($0.done), $0.y) }
        )
      }
      let highest = series.flatMap(\.points).map(\.y).max() ?? 0
      let y = Axis("", range: 0...max(highest, 0.01))
      return LineChart(title: title, x: x, y: y, series: series)
    }
    func points(
      _ run: RunHistory, _ figure: (MetricsEntry.Figures) -> Double?
    ) -> [(done: Int, y: Double)] {
      run.evaluations.compactMap { evaluation in
        evaluation.figures.flatMap(figure).map { (evaluation.done, $0) }
      }
    }
    let isListed = board.scope == .graph
    let count =
      isListed ? NumberFormat.grouped(board.states.decisions.count) + " " : ""
    var charts: [LineChart] = []
    if isListed || runs.contains(where: \.hasFigures) {
      charts = [
        chart("NashConv, moves drawn") { points($0) { $0.nashConv } },
        chart("blunders of \(count)positions") { run in
          points(run) { $0.blunders.map(Double.init) }
        },
      ]
    }
    if !isListed {
      charts.append(
        chart("positions walked, an evaluation") { run in
          points(run) { $0.walked.map(Double.init) }
        }
      )
    }
    if runs.contains(where: { !$0.badMovesFound.isEmpty }) {
      charts.append(
        chart("bad moves found, an evaluation") { run in
          run.badMovesFound.map { ($0.done, Double($0.count)) }
        }
      )
    }
    self.charts = charts
  }

  var svg: String {
    LineChart.svg(of: charts, title: "Learning curves")
  }

  /// The charts as text: as many side by side as there is room for and the
  /// first two at least, in at most `height` lines if that leaves enough for
  /// the curves.
  func lines(width: Int, height: Int, charset: LineChart.Charset) -> [String] {
    guard width >= 72 else {
      let size = (width, max(10, height / 2))
      return Array(
        charts.prefix(2).map { text($0, size, charset) }.joined(separator: [""])
      )
    }
    let count = min(width >= 114 ? charts.count : 2, charts.count)
    let gap = 2
    let column = (width - gap * (count - 1)) / count
    let columns = charts.prefix(count).map {
      text($0, (column, max(10, height)), charset)
    }
    return columns[0].indices.map { line in
      columns.dropLast().map { $0[line].padded(to: column + gap) }.joined()
        + columns[count - 1][line]
    }
  }

  private func text(
    _ chart: LineChart, _ size: (width: Int, height: Int),
    _ charset: LineChart.Charset
  ) -> [String] {
    chart.text(width: size.width, height: size.height, charset: charset)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }
}

extension RunHistory {
  /// Whether some evaluation judged every position.
  fileprivate var hasFigures: Bool {
    evaluations.contains { $0.figures?.nashConv != nil }
  }

  /// The bad moves that each evaluation found, all rounds together.
  fileprivate var badMovesFound: [(done: Int, count: Int)] {
    var before = 0
    return evaluations.compactMap { evaluation in
      guard let unlearning = evaluation.figures?.unlearning else { return nil }
      let all = unlearning.refutations + unlearning.blunders
      defer { before = all }
      return (evaluation.done, all - before)
    }
  }
}
