import Testing
import TicTacToe

@Suite struct RulesTests {
  @Test func `boards are accepted up to 64 bits with the padding`() {
    for columns in -2...66 {
      for rows in -2...66 {
        let fits = columns >= 1 && rows >= 1 && (columns + 1) * rows <= 64
        do {
          let rules = try Rules(columns: columns, rows: rows, inARow: 1)
          #expect(fits)
          #expect((rules.columns, rules.rows) == (columns, rows))
          #expect(rules.squareCount == columns * rows)
        } catch {
          #expect(!fits)
          #expect(error == .boardDoesNotFit(columns: columns, rows: rows))
        }
      }
    }
  }

  @Test func `the largest boards`() throws {
    for (columns, rows) in [(7, 8), (8, 7), (63, 1), (1, 32)] {
      #expect(throws: Never.self) {
        try Rules(columns: columns, rows: rows, inARow: 1)
      }
    }
    for (columns, rows) in [
      (8, 8), (7, 9), (64, 1), (1, 33), (Int.max, 1), (1, Int.max),
      (Int.min, Int.min), (Int.max, Int.max),
    ] {
      #expect(
        throws: RulesError.boardDoesNotFit(columns: columns, rows: rows)
      ) {
        try Rules(columns: columns, rows: rows, inARow: 1)
      }
    }
  }

  @Test(arguments: [(3, 3), (4, 3), (3, 4), (1, 1), (7, 8), (1, 32)])
  func `a line is as long as the longer side at most`(
    columns: Int,
    rows: Int
  ) {
    for inARow in [Int.min, Int.max] + (-1...34) {
      do {
        let rules = try Rules(columns: columns, rows: rows, inARow: inARow)
        #expect(1 <= inARow && inARow <= max(columns, rows))
        #expect(rules.inARow == inARow)
      } catch {
        #expect(inARow < 1 || max(columns, rows) < inARow)
        #expect(
          error
            == .lineDoesNotFit(inARow: inARow, columns: columns, rows: rows)
        )
      }
    }
  }

  @Test func `tic-tac-toe is 3, 3, 3`() throws {
    #expect(try Rules(columns: 3, rows: 3, inARow: 3) == .ticTacToe)
    #expect(try Rules(columns: 3, rows: 3, inARow: 2) != .ticTacToe)
  }
}
