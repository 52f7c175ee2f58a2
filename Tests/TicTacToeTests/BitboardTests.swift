import TestSupport
import Testing
import TicTacToe

@Suite struct BitboardTests {
  @Test func `every set of 3×3 has a line as its squares have`() {
    for bits in 0..<512 {
      let indices = (0..<9).filter { bits >> $0 & 1 == 1 }
      let set = indices.reduce(into: Bitboard()) {
        $0.formUnion(Bitboard(Square($1), in: .ticTacToe))
      }
      let expected = ReferenceGame.lines.contains {
        Set($0).isSubset(of: indices)
      }
      #expect(set.hasLine(in: .ticTacToe) == expected)
      #expect(set.count == indices.count)
      #expect(set.squares(in: .ticTacToe).map(\.index) == indices)
      for index in 0..<9 {
        #expect(
          set.contains(Square(index), in: .ticTacToe)
            == indices.contains(index)
        )
      }
    }
  }

  @Test(arguments: [(7, 6, 4), (3, 3, 3), (7, 8, 3), (4, 3, 3), (5, 2, 2)])
  func `equal steps are a line unless they wrap across the edge`(
    columns: Int,
    rows: Int,
    inARow: Int
  ) throws {
    let rules = try Rules(columns: columns, rows: rows, inARow: inARow)
    var lines = 0
    for step in 1...columns + 3 {
      for start in 0..<rules.squareCount {
        let indices = (0..<inARow).map { start + $0 * step }
        guard indices.allSatisfy({ $0 < rules.squareCount }) else { continue }
        var board = [Character](repeating: ".", count: rules.squareCount)
        var set: Bitboard = []
        for index in indices {
          board[index] = "X"
          set.formUnion(Bitboard(Square(index), in: rules))
        }
        let expected = hasLine(of: "X", on: board, rules)
        #expect(set.hasLine(in: rules) == expected)
        if expected { lines += 1 }
      }
    }
    let (across, up) = (columns - inARow + 1, rows - inARow + 1)
    #expect(lines == across * rows + columns * up + 2 * across * up)
  }

  @Test func `four in a row win in all 4 directions, three do not`() throws {
    let rules = try Rules(columns: 7, rows: 6, inARow: 4)
    for names in [
      ["d1", "e1", "f1", "g1"], ["a3", "a4", "a5", "a6"],
      ["d3", "e4", "f5", "g6"], ["a4", "b3", "c2", "d1"],
    ] {
      let squares = try names.map {
        Bitboard(try rules.square(named: $0), in: rules)
      }
      let line = Bitboard(squares)
      #expect(line.hasLine(in: rules))
      for square in squares {
        #expect(!line.subtracting(square).hasLine(in: rules))
      }
    }
  }

  @Test func `the full board leaves the padding column out`() throws {
    #expect(Bitboard.full(in: .ticTacToe).rawValue == 0b0111_0111_0111)
    let rules = try Rules(columns: 63, rows: 1, inARow: 3)
    #expect(Bitboard.full(in: rules).rawValue == UInt64.max >> 1)
    for (columns, rows) in [(7, 8), (8, 7), (1, 32), (20, 3), (1, 1)] {
      let rules = try Rules(columns: columns, rows: rows, inARow: 1)
      let full = Bitboard.full(in: rules)
      #expect(full.count == rules.squareCount)
      #expect(
        full.squares(in: rules).map(\.index) == Array(0..<rules.squareCount)
      )
      #expect(
        full
          == Bitboard(
            (0..<rules.squareCount).map { Bitboard(Square($0), in: rules) }
          )
      )
    }
  }

  @Test func `a square off the board traps`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Bitboard(Square(9), in: .ticTacToe)
    }
    #expect(result.message.contains("square 9 on a board of 9 squares"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Bitboard(Square(-1), in: .ticTacToe)
    }
    #expect(result.message.contains("square -1 on a board of 9 squares"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Bitboard.full(in: .ticTacToe).contains(Square(9), in: .ticTacToe)
    }
    #expect(result.message.contains("square 9 on a board of 9 squares"))
  }
}
