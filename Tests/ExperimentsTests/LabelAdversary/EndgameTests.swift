import Players
import TestSupport
import Testing
import TicTacToe

@testable import Experiments

@Suite struct EndgameTests {
  @Test func `on 3×3 the search is the exact solution`() {
    let solution = Board.ticTacToe.solution
    for number in solution.graph.decisions
    where solution.graph.positions[number].ply >= 3 {
      let board = solution.graph.positions[number]
      let endgame = Endgame(board)
      let optimal = solution.optimalMoves[number].squares(in: .ticTacToe)
      #expect(
        endgame.optimal == optimal.reduce(0) { $0 | 1 << UInt64($1.index) }
      )
      #expect(Endgame.value(of: board) == solution.values[number])
    }
  }

  @Test func `the pool is of distinct boards where a move is bad`() {
    let pool = Endgame.pool
    #expect(pool.count > Endgame.taught + Endgame.judged)
    #expect(Set(pool.map(\.board)).count == pool.count)
    for endgame in pool {
      #expect(9...10 ~= endgame.board.ply && endgame.board.outcome == nil)
      #expect(endgame.optimal & ~endgame.board.legalMask == 0)
      #expect(endgame.optimal != 0)
      #expect(endgame.optimal != endgame.board.legalMask)
    }
  }

  @Test func `the windows show every stone where it stands`() throws {
    let rules = try Rules(columns: 4, rows: 4, inARow: 4)
    var board = Position(rules: rules)
    // a1, then d4: in one window each; b2 in all four.
    for square in [0, 15, 5] { board = board.playing(Square(square)) }
    let windows = Endgame.windows(of: board)
    func squares(_ stones: Bitboard) -> [Int] {
      stones.squares(in: .ticTacToe).map(\.index)
    }
    // The side to move is O, who stands on d4.
    #expect(windows.map { squares($0.mover) } == [[], [], [], [8]])
    #expect(windows.map { squares($0.opponent) } == [[0, 4], [3], [1], [0]])
  }
}
