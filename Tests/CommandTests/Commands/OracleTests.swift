import TestSupport
import Testing
import TicTacToe

@testable import Command

@Suite struct OracleTests {
  @Test func `a move wins, draws or loses, and by when`() throws {
    let position = try Position("XX./OO./...")
    let win = oracle.prospect(of: Square(8), in: position)
    #expect((win.value, win.distance) == (1, 1))
    #expect(win.verb == "wins")
    let slip = oracle.prospect(of: Square(0), in: position)
    #expect((slip.value, slip.distance) == (-1, 2))
    #expect(oracle.value(of: position) == 1)
    #expect(oracle.bestMoves(in: position) == [Square(8)])
  }

  @Test func `the best win is the soonest, the best loss the latest`()
    throws
  {
    let won = try Position("XX./OO./...")
    #expect(oracle.bestMoves(in: won) == [Square(8)])
    let slow = try Position(".X./.O./OXX")
    #expect(oracle.bestMoves(in: slow) == [Square(8)])
    // O can stop the first of two lines, and should: else it is over at once.
    let lost = try Position(".../.X./XO.")
    #expect(oracle.value(of: lost) == -1)
    #expect(oracle.bestMoves(in: lost) == [Square(8)])
  }

  @Test func `a game that is over is worth what it came to`() throws {
    #expect(oracle.value(of: try Position("XXX/OO./...")) == -1)
    #expect(oracle.value(of: try Position("XOX/XXO/OXO")) == 0)
    #expect(oracle.bestMoves(in: try Position("XXX/OO./...")) == [])
  }

  @Test func `a move that cannot be made traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let position = Position(rules: oracle.board.rules)
        .playing(Square(6)).playing(Square(2))
      _ = oracle.prospect(of: Square(6), in: position)
    }
    #expect(result.message.contains("square 6 in X../.../..O"))
  }
}
