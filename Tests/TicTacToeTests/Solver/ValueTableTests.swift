import TestSupport
import Testing
import TicTacToe

@Suite struct ValueTableTests {
  @Test func `the table agrees with the graph in value and distance`() throws {
    let values = ValueTable(
      of: PositionRanking(.ticTacToe, under: SymmetryGroup(.ticTacToe))
    )
    let board = Board.ticTacToe
    for (node, position) in board.states.positions.enumerated() {
      let prospect = try #require(values.prospect(of: position))
      #expect(prospect.value == board.solution.values[node])
      #expect(prospect.distance == board.solution.distances[node])
    }
  }

  @Test func `a position of another board has no prospect`() throws {
    let values = Board(try Rules("4x3:3")).values
    #expect(values.prospect(of: Position(rules: .ticTacToe)) == nil)
  }

  @Test func `prospects rank wins by haste and losses by delay`() {
    let order = [
      Prospect(value: -1, distance: 2), Prospect(value: -1, distance: 4),
      Prospect(value: 0, distance: 9), Prospect(value: 0, distance: 1),
      Prospect(value: 1, distance: 5), Prospect(value: 1, distance: 1),
    ]
    #expect(order == order.sorted())
    for prospect in order {
      let before = prospect.afterMove
      #expect(before.value == -prospect.value)
      #expect(before.distance == prospect.distance + 1)
    }
    #expect(Prospect.lost.afterMove == Prospect(value: 1, distance: 1))
    #expect(Prospect.drawn.afterMove == Prospect(value: 0, distance: 1))
  }

  @Test func `the soundest moves are those of the solution`() {
    let board = Board.ticTacToe
    for node in board.states.decisions {
      let position = board.states.positions[node]
      #expect(
        board.soundestMoves(in: position)
          == board.solution.soundestMoves(of: node)
      )
    }
  }
}
