import Testing
import TicTacToe

@Suite struct SymmetryTests {
  @Test func `squares go where the table says`() {
    let all = Symmetry.all(of: .ticTacToe)
    #expect(all.count == 8)
    for (symmetry, permutation) in zip(all, ReferenceGame.symmetries) {
      let images = (0..<9).map {
        symmetry.image(of: Square($0), in: .ticTacToe).index
      }
      #expect(images == permutation)
    }
  }

  @Test func `turns come first, then the same mirrored`() {
    let all = Symmetry.all(of: .ticTacToe)
    #expect(all.map(\.quarterTurns) == [0, 1, 2, 3, 0, 1, 2, 3])
    #expect(all.map(\.isMirrored) == (0..<8).map { $0 >= 4 })
  }

  @Test func `a quarter turn takes a1 to c1 on`() throws {
    let turn = Symmetry.all(of: .ticTacToe)[1]
    var name = "a1"
    for next in ["c1", "c3", "a3", "a1"] {
      let square = try Rules.ticTacToe.square(named: name)
      name = Rules.ticTacToe.name(of: turn.image(of: square, in: .ticTacToe))
      #expect(name == next)
    }
  }

  @Test(arguments: [(4, 3), (3, 4), (7, 6), (1, 9), (63, 1)])
  func `a board that is not square has 4`(columns: Int, rows: Int) throws {
    let rules = try Rules(columns: columns, rows: rows, inARow: 1)
    let all = Symmetry.all(of: rules)
    #expect(all.map(\.quarterTurns) == [0, 2, 0, 2])
    #expect(all.map(\.isMirrored) == [false, false, true, true])
    for index in 0..<rules.squareCount {
      let (column, row) = (index % columns, index / columns)
      let (left, up) = (columns - 1 - column, rows - 1 - row)
      let images = all.map { $0.image(of: Square(index), in: rules).index }
      #expect(
        images == [
          row * columns + column, up * columns + left,
          row * columns + left, up * columns + column,
        ]
      )
    }
  }
}
