import Testing
import TicTacToe

@testable import Command

@Suite struct ExactlyTests {
  @Test func `a move wins, draws or loses, and by when`() throws {
    let position = try Position("XX./OO./...")
    let win = Exactly.prospect(of: Square(8), in: position)
    #expect((win.value, win.distance) == (1, 1))
    #expect(win.verb == "wins")
    let slip = Exactly.prospect(of: Square(0), in: position)
    #expect((slip.value, slip.distance) == (-1, 2))
    #expect(Exactly.value(of: position) == 1)
    #expect(Exactly.bestMoves(in: position) == [Square(8)])
  }

  @Test func `the soundest win is the soonest, the soundest loss the latest`()
    throws
  {
    let won = try Position("XX./OO./...")
    #expect(Exactly.soundestMoves(in: won) == [Square(8)])
    // O can stop the first of two lines, and should: else it is over at once.
    let lost = try Position(".../.X./XO.")
    #expect(Exactly.value(of: lost) == -1)
    #expect(Exactly.soundestMoves(in: lost) == [Square(8)])
    #expect(Exactly.bestMoves(in: lost).count == 6)
  }

  @Test func `a game that is over is worth what it came to`() throws {
    #expect(Exactly.value(of: try Position("XXX/OO./...")) == -1)
    #expect(Exactly.value(of: try Position("XOX/XXO/OXO")) == 0)
    #expect(Exactly.bestMoves(in: try Position("XXX/OO./...")) == [])
  }

  @Test func `a move that cannot be made traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = Exactly.prospect(of: Square(0), in: try Position("X../.../O.."))
    }
  }
}
