import Testing
import TicTacToe

@Suite struct BitboardTests {
  // Lines by brute force, from coordinates.
  private func lines(_ rules: Rules) -> [Bitboard] {
    var lines: [Bitboard] = []
    for column in 0..<rules.columns {
      for row in 0..<rules.rows {
        for (x, y) in [(1, 0), (0, 1), (1, 1), (-1, 1)] {
          let squares = (0..<rules.inARow).map {
            (column + $0 * x, row + $0 * y)
          }
          guard
            squares.allSatisfy({
              (0..<rules.columns).contains($0.0)
                && (0..<rules.rows).contains($0.1)
            })
          else { continue }
          lines.append(
            squares.reduce(into: []) { board, square in
              let index = square.1 * rules.columns + square.0
              board.formUnion(Bitboard(Square(index), in: rules))
            }
          )
        }
      }
    }
    return lines
  }

  @Test(arguments: [(3, 3, 3), (7, 6, 4), (5, 4, 4), (7, 8, 5), (2, 9, 3)])
  func `lines are found wherever they lie, and nowhere else`(
    columns: Int,
    rows: Int,
    inARow: Int
  ) throws {
    let rules = try Rules(columns: columns, rows: rows, inARow: inARow)
    let lines = lines(rules)
    for line in lines { #expect(line.hasLine(in: rules)) }
    var state: UInt64 = 88_172_645_463_325_252
    for _ in 0..<3000 {
      var board = Bitboard.full(in: rules)
      for _ in 0..<2 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        if state % 3 > 0 { board.formIntersection(Bitboard(rawValue: state)) }
      }
      let expected = lines.contains { board.isSuperset(of: $0) }
      #expect(board.hasLine(in: rules) == expected)
    }
  }

  @Test func `a square off the board traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = Bitboard(Square(9), in: .ticTacToe)
    }
  }
}
