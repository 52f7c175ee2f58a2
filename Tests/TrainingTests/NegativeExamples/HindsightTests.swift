import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct HindsightTests {
  private func mistake(_ names: String) throws -> String? {
    let moves = try names.split(separator: " ").map {
      try Rules.ticTacToe.square(named: String($0))
    }
    return Hindsight.mistake(in: moves, on: .ticTacToe)?.line
  }

  @Test func `the loser's last move is to blame`() throws {
    #expect(try mistake("a1 a3 b1 b3 c1") == "O../.../XX. b3")
    #expect(try mistake("a1 b2 b1 a3 c2 c1") == "O../.O./XX. c2")
  }

  @Test func `a drawn game and a forced move blame nobody`() throws {
    #expect(try mistake("b2 a1 c3 a2 a3 c1 b1 b3 c2") == nil)
    // X threatens a2 and c1 at once, whatever O does.
    #expect(try mistake("a1 b2 c3 a3 c1 b1 c2") == nil)
  }

  @Test func `where every move loses at once, it was forced`() throws {
    let fork = try Position("O.X/.O./X.X")
    #expect(Hindsight.isForced(fork))
    #expect(!Hindsight.isForced(Position()))
  }
}
