import Testing
import TicTacToe

@testable import Command

@Suite struct PlaySessionMovesTests {
  @Test func `a taken square and undo are answered`() throws {
    let text = try play("5\n5\nundo\nundo\n").text
    #expect(text.contains("Not a move: b2 is taken."))
    #expect(text.contains("Your last move is taken back."))
    #expect(text.contains("Not a move: there is no move to take back."))
  }

  @Test func `two people take back a move each`() throws {
    let text = try play("5\n1\nundo\n2\nundo\nundo\n", seats: .people).text
    #expect(
      text == """
        X plays center.
        O plays a1.
        The last move is taken back.
        O plays b1.
        The last move is taken back.
        The last move is taken back.

        """
    )
  }

  @Test func `seats change in the middle of a game`() throws {
    let text = try play("5\nswap\n9\nundo\nhint\n").text
    #expect(
      text == """
        X plays center.
        O plays a1.
        You are O now.
        X plays b1.
        O plays c3.
        X plays c1.
        Your last move is taken back.
        Best: b3 (draws).

        """
    )
    #expect(try play("swap\n", seats: .people).text.contains("change chairs"))
  }

  @Test func `a game that is over takes no moves`() throws {
    let text = try play("5\n7\n3\n9\n").text
    #expect(text.contains("Not a move: the game is over; new, undo or quit."))
  }
}
