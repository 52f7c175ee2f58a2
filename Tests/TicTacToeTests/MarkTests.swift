import Testing
import TicTacToe

@Suite struct MarkTests {
  @Test func `each side opposes the other`() {
    for mark in Mark.allCases {
      #expect(mark.opponent != mark)
      #expect(mark.opponent.opponent == mark)
    }
  }
}
