import Checkpoints
import Numbers
import TicTacToe

/// What `bench --scaling` prints: each row as soon as it is measured.
struct ScalingTable {
  let boards: [Board]

  /// The most CPU seconds of a row.
  let seconds: Double

  func print(on console: Console, asJSON: Bool) throws {
    var rows: [JSON] = []
    for board in boards {
      let name = board.rules.name
      if !asJSON {
        try console.print(
          name.padded(to: 28) + "a game".leftPadded(to: 12)
            + "a position judged".leftPadded(to: 22)
        )
      }
      let scaling = Scaling(board: board, seconds: seconds)
      for axis in Scaling.Axis.allCases {
        for value in axis.values(on: board) {
          let row = try scaling.row(axis, value) { games, microseconds in
            console.progress {
              let cost = NumberFormat.decimal(microseconds, places: 2)
              return [
                "\(name), \(label(axis, value)): "
                  + "\(NumberFormat.grouped(games)) games, \(cost) µs each"
              ]
            }
          }
          rows.append(json(row, name))
          if !asJSON { try console.print(line(row)) }
        }
      }
    }
    if asJSON { try console.print(json: ["rows": .array(rows)]) }
  }

  private func label(_ axis: Scaling.Axis, _ value: Int) -> String {
    value == 1
      ? "1 game an update" : "\(NumberFormat.grouped(value)) \(axis.unit)"
  }

  private func line(_ row: Scaling.Row) -> String {
    func cell(_ microseconds: Double) -> String {
      NumberFormat.decimal(microseconds, places: 2) + " µs"
    }
    var line =
      label(row.axis, row.value).leftPadded(to: 26).padded(to: 28)
      + cell(row.microsecondsPerGame).leftPadded(to: 12)
    if let judged = row.microsecondsPerPosition {
      line += cell(judged).leftPadded(to: 22)
    }
    if row.isCut {
      line += "   time was up after \(NumberFormat.grouped(row.games)) games"
    }
    return line
  }

  private func json(_ row: Scaling.Row, _ board: String) -> JSON {
    func rounded(_ microseconds: Double) -> JSON {
      JSON((microseconds * 1000).rounded() / 1000)
    }
    return [
      "board": JSON(board), row.axis.rawValue: JSON(row.value),
      "played": JSON(row.games),
      "microsecondsPerGame": rounded(row.microsecondsPerGame),
      "microsecondsPerPosition": row.microsecondsPerPosition.map(rounded),
    ]
  }
}
