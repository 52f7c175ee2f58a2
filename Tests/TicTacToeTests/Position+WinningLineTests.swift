import TestSupport
import Testing
import TicTacToe

@Suite struct PositionWinningLineTests {
  @Test func `won positions have a line of the winner's, others none`() {
    for position in Board.ticTacToe.states.positions {
      guard case .win(let winner) = position.outcome else {
        #expect(position.winningLine == nil)
        continue
      }
      let line = position.winningLine?.map(\.index) ?? []
      #expect(ReferenceGame.lines.contains { $0 == line })
      #expect(
        line.allSatisfy {
          position.stones(of: winner)
            .contains(Square($0), in: .ticTacToe)
        }
      )
    }
  }

  @Test func `lines through each square are counted by hand`() throws {
    #expect(Rules.ticTacToe.lineCounts == [3, 2, 3, 2, 4, 2, 3, 2, 3])
    let row = try Rules(columns: 4, rows: 1, inARow: 2)
    #expect(row.lineCounts == [1, 2, 2, 1])
    let point = try Rules(columns: 1, rows: 1, inARow: 1)
    #expect(point.lineCounts == [1])
  }

  @Test func `longer lines on wider boards`() throws {
    let rules = try Rules(columns: 5, rows: 4, inARow: 4)
    let board = "..O.X/OOXX./..XO./.X..."
    let position = try Position(board, rules: rules)
    #expect(
      position.winningLine?.map(rules.name(of:))
        == ["b1", "c2", "d3", "e4"]
    )
  }
}
