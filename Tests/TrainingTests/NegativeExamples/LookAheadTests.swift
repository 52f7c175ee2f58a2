import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct LookAheadTests {
  @Test(
    arguments: [
      ("XX./OO./...", 1, true), ("XX./O../.O.", 1, true),
      (".../.../...", 5, false), ("X../.O./..X", 5, false),
      ("X../..O/...", 1, false), ("XO./.../...", 5, true),
      ("XO./.../...", 3, false), ("XO./.../...", 1, false),
    ]
  )
  func `a win is seen within its plies`(
    board: String,
    plies: Int,
    isWon: Bool
  ) throws {
    let position = try Position(board)
    #expect(LookAhead.wins(position, within: plies) == isWon)
  }

  @Test func `far enough ahead it is the solution`() {
    let solution = Board.ticTacToe.solution
    for number in solution.graph.decisions
    where solution.graph.positions[number].ply >= 3 {
      let sees = LookAhead.wins(solution.graph.positions[number], within: 7)
      #expect(sees == (solution.values[number] == 1))
    }
  }
}
