import Testing
import TicTacToe

@testable import Command

@Suite struct PlaySessionAdviceTests {
  @Test func `a hint is exact`() throws {
    #expect(try play("5\n2\nhint\n").text.hasSuffix("Best: b3 (wins).\n"))
    #expect(
      try play("5\n7\nhint\n").text.hasSuffix("Best: c1 (wins).\n")
    )
  }

  @Test func `advice on the board is switched off and on`() throws {
    let text = try play("heat\nheat\n", isPlain: false).text
    let boards = text.split(separator: "     a     b     c\n")
    #expect(boards.count == 3)
    #expect(boards[0].contains("100%") && boards[0].contains("draws"))
    #expect(boards[1].contains("the stones alone"))
    #expect(!boards[1].contains("%") && !boards[1].contains("exactly"))
    #expect(boards[2].contains("100%"))
  }

  @Test func `an analysis is a table, or in plain words a sentence a move`()
    throws
  {
    let table = try play("analyze\n", isPlain: false).text
    #expect(table.contains("a1           100.0%   draws    9 moves\n"))
    let sentences = try play("analyze\n").text
    #expect(
      sentences.hasPrefix(
        "a1: the policy thinks 100.0%; exactly, it draws, over in 9 moves.\n"
      )
    )
  }

  @Test func `a game that is over has no advice`() throws {
    let text = try play("1\n4\n2\n5\n3\nhint\na\n", seats: .people).text
    #expect(text.hasSuffix("The game is over.\nThe game is over.\n"))
  }

  @Test func `help lists every command`() throws {
    let text = try play("?\n").text
    for word in PlayCommand.words where word != "help" {
      #expect(text.contains(word), "\(word)")
    }
    #expect(try !play("?\n", seats: .people).text.contains("bad "))
  }
}
