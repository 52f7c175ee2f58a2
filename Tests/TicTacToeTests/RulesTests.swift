import Testing
import TicTacToe

@Suite struct RulesTests {
  @Test(arguments: [(3, 3, 3), (7, 8, 4), (7, 6, 4), (63, 1, 63), (1, 32, 32)])
  func `boards that fit`(columns: Int, rows: Int, inARow: Int) throws {
    let rules = try Rules(columns: columns, rows: rows, inARow: inARow)
    #expect(rules.squareCount == columns * rows)
    #expect(Bitboard.full(in: rules).count == columns * rows)
  }

  @Test(arguments: [(8, 8), (0, 3), (3, 0), (-1, 3), (64, 1), (1, 33), (9, 7)])
  func `boards that do not`(columns: Int, rows: Int) {
    #expect(throws: RulesError.boardDoesNotFit(columns: columns, rows: rows)) {
      _ = try Rules(columns: columns, rows: rows, inARow: 1)
    }
  }

  @Test(arguments: [0, -1, 5])
  func `lines that do not`(inARow: Int) {
    #expect(throws: RulesError.self) {
      _ = try Rules(columns: 4, rows: 3, inARow: inARow)
    }
  }
}
