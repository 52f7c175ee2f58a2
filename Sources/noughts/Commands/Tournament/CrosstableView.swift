import TicTacToe
import Tournament

/// A crosstable in columns: scores in percent, a row's player against a
/// column's, and below it each player's results by seat.
struct CrosstableView {
  private let table: Crosstable
  private let nashConvs: [Double]
  private let width: Int

  init(_ table: Crosstable, nashConvs: [Double], width: Int) {
    self.table = table
    self.nashConvs = nashConvs
    self.width = width
  }

  var lines: [String] {
    crosstable + [""] + seats
  }

  private var labels: [String] {
    let names = table.names
    let digits = "\(names.count)".count
    let longest = names.map(\.count).max() ?? 0
    return names.enumerated().map { index, name in
      "\(index + 1)".leftPadded(to: digits + 1) + " "
        + name.padded(to: longest)
    }
  }

  private var crosstable: [String] {
    let names = table.names
    let players = names.indices
    let margin = labels[0].count
    // Names where there is room for them, else the numbers of the rows.
    let isWide = names.reduce(margin + 26) { $0 + max(6, $1.count) + 2 } > width
    let heads = players.map { isWide ? "\($0 + 1)" : names[$0] }
    let widths = heads.map { max(6, $0.count) + 2 }
    func row(_ label: String, _ cells: [String], _ rest: [String]) -> String {
      label.padded(to: margin)
        + zip(cells, widths).map { $0.leftPadded(to: $1) }.joined()
        + zip(rest, [8, 8, 10]).map { $0.leftPadded(to: $1) }.joined()
    }
    return [row("", heads, ["score", "worst", "NashConv"])]
      + players.map { player in
        row(
          labels[player],
          players.map {
            $0 == player
              ? "-" : percent(table.score(of: player, against: $0))
          },
          [
            percent(table.score(of: player)),
            percent(table.worst(of: player)),
            Figure.decimal(nashConvs[player], places: 3),
          ]
        )
      }
  }

  private var seats: [String] {
    let margin = labels[0].count + 3
    return ["".padded(to: margin) + "as X".padded(to: 25) + "as O"]
      + table.names.indices.map { player in
        labels[player].padded(to: margin)
          + results(table.shares(of: player, in: .x)).padded(to: 25)
          + results(table.shares(of: player, in: .o))
      }
  }

  private func results(_ shares: Shares) -> String {
    "W \(percent(shares.win)) D \(percent(shares.draw)) "
      + "L \(percent(shares.loss))"
  }

  private func percent(_ share: Double) -> String {
    Figure.decimal(100 * share, places: 1)
  }
}

extension String {
  /// The text with spaces before it, at least `width` characters long.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
