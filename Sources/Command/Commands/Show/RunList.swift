import Evaluation
import Numbers
import TicTacToe
import Training

/// Runs in columns, with their progress and their last evaluation; two lines a
/// run if the columns are too wide.
struct RunList {
  let runs: [RunHistory]

  /// The mark before each run; empty without marks.
  let marks: [Character]
  let console: Console

  var lines: [String] {
    let rows = runs.indices.map(row)
    let board = runs.allSatisfy(\.isImplied) ? "" : "board"
    let heads = [
      "", "run", board, "state", "verdict", "after", "NashConv", "blunders",
      "seed",
    ]
    let widths = heads.indices.map { column in
      ([heads] + rows).map { $0[column].count }.max() ?? 0
    }
    let total = widths.reduce(-2) { $0 + $1 + ($1 > 0 ? 2 : 0) }
    guard total <= console.capabilities.width else {
      return rows.flatMap { narrow($0, of: heads) }
    }
    return ([heads] + rows).enumerated().map { line, row in
      let cells = row.indices.filter { widths[$0] > 0 }.map { column in
        let cell =
          column < 5
          ? row[column].padded(to: widths[column])
          : row[column].leftPadded(to: widths[column])
        return line > 0 && column == 3 ? colored(cell, runs[line - 1]) : cell
      }
      return cells.joined(separator: "  ")
    }
  }

  private func row(_ index: Int) -> [String] {
    let run = runs[index]
    let last = run.evaluations.last?.figures
    return [
      marks.isEmpty ? "" : String(marks[index]), printable(run.path),
      run.isImplied ? "" : run.options.board.rules.text,
      run.state.rawValue, last?.verdict?.rawValue ?? NumberFormat.none,
      "\(NumberFormat.grouped(run.done)) \(run.options.unit)",
      last?.nashConv.map { NumberFormat.decimal($0, places: 4) }
        ?? NumberFormat.none,
      last?.blunders.map(NumberFormat.grouped) ?? NumberFormat.none,
      "\(run.options.seed)",
    ]
  }

  private func narrow(_ row: [String], of heads: [String]) -> [String] {
    let known = (2...8).filter {
      !row[$0].isEmpty && row[$0] != NumberFormat.none
    }.map {
      $0 < 6 ? row[$0] : "\(heads[$0]) \(row[$0])"
    }
    return [
      (row[0].isEmpty ? "" : row[0] + " ") + row[1],
      "  " + known.joined(separator: " · "),
    ]
  }

  private func colored(_ cell: String, _ run: RunHistory) -> String {
    switch run.state {
    case .done: console.styled(cell, .green)
    case .running: console.styled(cell, .cyan)
    case .stopped: console.styled(cell, .yellow)
    }
  }
}

extension RunHistory {
  fileprivate var isImplied: Bool { options.board.rules == .implied }
}
