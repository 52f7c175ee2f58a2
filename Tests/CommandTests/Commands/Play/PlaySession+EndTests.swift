import TestSupport
import Testing
import TicTacToe

@testable import Command

@Suite struct PlaySessionEndTests {
  private func tally(
    _ input: String,
    seats: Seats = .person(.x)
  ) throws -> (text: String, tally: GameLog.Tally) {
    try inTemporaryFolder { folder in
      let log = GameLog(path: folder + "/log.jsonl")
      let text = try play(
        input.replacing("FILE", with: folder + "/game.txt"),
        seats: seats,
        log: log
      ).text
      return (text.replacing(folder, with: ""), try log.tally())
    }
  }

  // Against the lowest square: X takes b2, a3 and c1.
  private let win = "5\n7\n3\n"

  @Test func `a finished game is recorded, and told with the next`() throws {
    let (text, tally) = try tally(win + "new\n5\n")
    #expect((tally.won, tally.played) == (1, 1))
    #expect(
      text.hasPrefix(
        "Recorded in /log.jsonl: played 0, won 0, drawn 0, lost 0.\n"
      )
    )
    #expect(
      text.contains(
        "A new game.\nRecorded in /log.jsonl: played 1, won 1, drawn 0, lost 0."
      )
    )
  }

  @Test func `what is taken back afterwards counts no second time`() throws {
    #expect(try tally(win + "undo\n3\n").tally.played == 1)
  }

  @Test func `a game loaded or swapped halfway does not count`() throws {
    #expect(try tally("5\nsave FILE\nload FILE\n7\n3\n").tally.played == 0)
    #expect(try tally("5\n7\nswap\nswap\n3\n").tally.played == 0)
    #expect(try tally("swap\n5\n3\n7\n").tally.won == 1)
  }

  @Test func `a log that cannot be written is told`() throws {
    let text = try play(win, log: GameLog(path: "/nonexistent/log")).text
    #expect(text.contains("You win as X."))
    #expect(text.contains("Not recorded: cannot append to /nonexistent/log"))
  }
}
