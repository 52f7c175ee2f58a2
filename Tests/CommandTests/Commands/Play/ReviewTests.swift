import TestSupport
import Testing
import TicTacToe

@testable import Command

@Suite struct ReviewTests {
  private func review(_ squares: Int...) -> [String] {
    Review.lines(of: squares.map(Square.init), oracle) { " (\($0.rawValue))" }
  }

  @Test func `each move that lost something is named, the last decided`() {
    #expect(
      review(4, 0, 6, 1, 8, 2) == [
        "Move 4, O b1 (O) turned a draw into a loss; best: c1.",
        "Move 5, X c3 (X) turned a win into a loss; best: c1."
          + " That decided the game.",
      ]
    )
  }

  @Test func `the best move is the quickest win`() {
    // X passes over b3, which wins at once; c1 would win later.
    #expect(
      review(8, 0, 6, 1, 3, 2).last
        == "Move 5, X a2 (X) turned a win into a loss; best: b3."
        + " That decided the game."
    )
  }

  @Test func `a game without a mistake says so`() {
    #expect(
      review(4, 0, 1, 7, 6, 2, 5, 3, 8) == ["Nobody made a mistake."]
    )
  }
}
