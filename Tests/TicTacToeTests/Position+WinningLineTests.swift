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
