import Testing
import TicTacToe

@Suite struct SolutionTests {
  private let solution = Solution.ticTacToe

  @Test func `edges are optimal that lead to optimal moves`() {
    for number in solution.space.positions.indices {
      for edge in solution.space.edges(of: number) {
        let move = solution.space.move(along: edge)
        #expect(
          solution.isOptimal[edge]
            == solution.optimalMoves[number].contains(move, in: .ticTacToe)
        )
      }
    }
  }

  @Test func `every value and optimal move is the reference's`() {
    for (game, position) in ReferenceGame.all {
      guard let number = solution.space.number(of: position) else {
        Issue.record("no number for \(game.text)")
        continue
      }
      #expect(solution.values[number] == ReferenceGame.values[game])
      let optimal = solution.optimalMoves[number]
      #expect(optimal.squares(in: .ticTacToe).map(\.index) == game.bestMoves)
      #expect(optimal.isEmpty == (game.outcome != nil))
    }
  }

  @Test func `the empty board is a draw, and every opening keeps it`() {
    #expect(solution.values[0] == 0)
    #expect(solution.optimalMoves[0] == Bitboard.full(in: .ticTacToe))
  }

  @Test func `2,836 decisions are won, 1,052 drawn, 632 lost`() {
    let values = solution.space.decisions.map { solution.values[$0] }
    #expect(values.count { $0 == 1 } == 2_836)
    #expect(values.count { $0 == 0 } == 1_052)
    #expect(values.count { $0 == -1 } == 632)
  }

  @Test func `3,191 positions are critical, by 7,304 bad moves`() {
    let bad = solution.space.decisions.map {
      solution.space.positions[$0].empty
        .subtracting(solution.optimalMoves[$0]).count
    }
    #expect(bad.count { $0 > 0 } == 3_191)
    #expect(bad.reduce(0, +) == 7_304)
  }

  @Test(arguments: [
    (1, 1, 1, 1), (2, 2, 2, 1), (4, 1, 2, 1), (4, 2, 3, 0), (2, 4, 3, 0),
    (3, 2, 2, 1), (1, 5, 5, 0),
  ])
  func `other boards are worth what they are`(
    columns: Int,
    rows: Int,
    inARow: Int,
    value: Int
  ) throws {
    let rules = try Rules(columns: columns, rows: rows, inARow: inARow)
    let solution = Solution(of: StateSpace(rules))
    #expect(solution.values[0] == value)
  }
}
