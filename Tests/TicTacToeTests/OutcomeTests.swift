import Testing
import TicTacToe

@Suite struct OutcomeTests {
  @Test func `what one side wins the other loses`() {
    for mark in Mark.allCases {
      #expect(Outcome.win(mark).value(for: mark) == 1)
      #expect(Outcome.win(mark).value(for: mark.opponent) == -1)
      #expect(Outcome.draw.value(for: mark) == 0)
    }
  }
}
