import Numbers
import TicTacToe
import Tournament

/// A crosstable in columns: scores in percent, a row's player against a
/// column's, and below it each player's results by seat.
struct CrosstableView {
  let table: Crosstable
  let nashConvs: [Double?]
  let width: Int

  var lines: [String] { crosstable + [""] + seats }

  private var labels: [String] {
    let names = table.names
    let digits = "\(names.count)".count
    let longest = names.map(\.count).max() ?? 0
    return names.enumerated().map { index, name in
      "\(index + 1)".leftPadded(to: digits + 1) + " "
        + name.padded(to: longest)
    }
  }

  /// The table, cut into parts that fit the width; the last sums up each row.
  private var crosstable: [String] {
    let names = table.names
    let players = names.indices
    let margin = labels[0].count
    // Names if there is room for them, else the numbers of the rows.
    let isWide =
      names.reduce(margin + 26) { $0 + max(5, $1.count) + 2 } > width
    let columns = players.map { opponent in
      Column(
        isWide ? "\(opponent + 1)" : names[opponent],
        players.map {
          $0 == opponent ? "-" : percent(table.score(of: $0, against: opponent))
        }
      )
    }
    let sums = [
      Column("score", players.map { percent(table.score(of: $0)) }),
      Column("worst", players.map { percent(table.worst(of: $0)) }),
      Column("NashConv", nashConvs.map(figure)),
    ]
    var blocks: [[Column]] = [[]]
    var free = width - margin
    for column in columns + sums {
      if column.width > free, blocks.last?.isEmpty == false {
        blocks.append([])
        free = width - margin
      }
      blocks[blocks.count - 1].append(column)
      free -= column.width
    }
    return Array(
      blocks.map { block in
        ([""] + labels).enumerated().map { line, label in
          label.padded(to: margin) + block.map { $0.cell(line) }.joined()
        }
      }.joined(separator: [""])
    )
  }

  /// A heading and the cells below it, aligned to the right.
  private struct Column {
    let cells: [String]
    let width: Int

    init(_ head: String, _ cells: [String]) {
      self.cells = [head] + cells
      width = 2 + (self.cells.map(\.count).max() ?? 0)
    }

    func cell(_ line: Int) -> String { cells[line].leftPadded(to: width) }
  }

  /// Each player's results in either seat, side by side if there is room.
  private var seats: [String] {
    let margin = labels[0].count + 3
    let columns = Mark.allCases.map { seat in
      ["as \(seat.rawValue)"]
        + table.names.indices.map { results(table.wdl(of: $0, in: seat)) }
    }
    let rows = [""] + labels
    let parts =
      margin + 50 > width ? columns.map { [$0] } : [columns]
    return parts.flatMap { part in
      rows.indices.map { row in
        rows[row].padded(to: margin)
          + part.dropLast().map { $0[row].padded(to: 25) }.joined()
          + part[part.count - 1][row]
      }
    }
  }

  private func results(_ wdl: WDL) -> String {
    "W \(percent(wdl.win)) D \(percent(wdl.draw)) "
      + "L \(percent(wdl.loss))"
  }

  private func figure(_ nashConv: Double?) -> String {
    nashConv.map { NumberFormat.decimal($0, places: 3) } ?? NumberFormat.none
  }

  private func percent(_ share: Double) -> String {
    NumberFormat.decimal(100 * share, places: 1)
  }
}

extension String {
  /// The text with spaces before it, at least `width` characters long.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
