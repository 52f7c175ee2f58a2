import TestSupport
import Testing
import TicTacToe
import UCI

@Suite struct ForsythEdwardsTests {
  @Test func `every position is read back from what it writes`() {
    for position in Board.ticTacToe.states.positions {
      #expect(Position(fen: position.fen) == position)
    }
    #expect(Position().fen == "3/3/3[PPPPPpppp] w - - 0 1")
  }

  @Test func `counters may be missing, the top row comes first`() throws {
    let position = try #require(Position(fen: "P2/1p1/3"))
    #expect(try position == Position("X../.O./..."))
    #expect(position.fen == "P2/1p1/3[PPPPppp] w - - 0 2")
  }

  @Test(arguments: [
    "", "3/3", "3/3/4", "3/3/3/3", "PPP/PPP/PPP w", "ppp/3/3 b", "x2/3/3 w",
    "4/3/2", "//", "X2/3/3 b", ".../3/3 w", "O2/P2/3 w",
  ])
  func `what is no board is refused`(fen: String) {
    #expect(Position(fen: fen) == nil)
  }

  @Test func `another board has no such notation`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let rules = try? Rules(columns: 4, rows: 4, inARow: 4)
      _ = rules.map { Position(rules: $0).fen }
    }
    #expect(result.message.contains("the variant has no board of"))
  }

  @Test func `the other side is refused`() {
    #expect(Position(fen: "P2/3/3 w") == nil)
  }
}
