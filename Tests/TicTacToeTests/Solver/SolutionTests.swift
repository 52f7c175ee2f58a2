import Testing
import TicTacToe

@Suite struct SolutionTests {
  private let space = StateSpace.ticTacToe
  private let solution = Solution.ticTacToe

  @Test func `every position agrees with a second implementation`() throws {
    let reference = ReferenceGame.solved()
    #expect(reference.count == 5478)
    for (game, value) in reference {
      let position = try Position(game.text)
      let number = try #require(space.number(of: position))
      let winner: Outcome? = game.winner.map { .win($0 == "X" ? .x : .o) }
      #expect(position.outcome == (winner ?? (game.isOver ? .draw : nil)))
      #expect(position.legalMoves.map(\.index) == game.moves)
      #expect(position.text == game.text)
      #expect(solution.values[number] == value)
      let best = game.moves.filter {
        -(reference[game.playing($0)] ?? 2) == value
      }
      let optimal = solution.optimalMoves[number].squares(in: .ticTacToe)
      #expect(optimal.map(\.index) == best)
    }
  }

  @Test func `decisions by value for the mover`() {
    let values = space.decisions.map { solution.values[$0] }
    #expect(values.filter { $0 == 1 }.count == 2836)
    #expect(values.filter { $0 == 0 }.count == 1052)
    #expect(values.filter { $0 == -1 }.count == 632)
    #expect(solution.values[0] == 0)
  }

  @Test func `choices, critical positions and bad pairs`() {
    let legal = space.decisions.map { space.positions[$0].legalMoves.count }
    let good = space.decisions.map { solution.optimalMoves[$0].count }
    #expect(legal.filter { $0 > 1 }.count == 4298)
    #expect(zip(legal, good).filter { $0 > $1 }.count == 3191)
    #expect(zip(legal, good).reduce(0) { $0 + $1.0 - $1.1 } == 7304)
  }
}
