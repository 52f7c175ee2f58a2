import Testing
import TicTacToe

@testable import Command

@Suite struct GameTextTests {
  @Test(arguments: [[], [4], [4, 0, 2], [0, 3, 1, 4, 2]])
  func `a game is read as it was written`(squares: [Int]) throws {
    let game = GameText(squares.map(Square.init))
    #expect(try GameText(game.text) == game)
    #expect(try GameText(String(game.text.dropLast())) == game)
  }

  @Test(arguments: [
    ("", 1, "missing, expected 'noughts game 1'"),
    ("noughts game 2\n", 1, "'noughts game 2', expected 'noughts game 1'"),
    ("noughts game 1", 2, "missing, expected the moves, such as moves a1 b2"),
    ("noughts game 1\na1", 2, "'a1', expected the moves, such as moves a1 b2"),
    ("noughts game 1\nmoves d4", 2, "'d4' is not a legal move in .../.../..."),
    ("noughts game 1\nmoves  a1", 2, "'' is not a legal move in .../.../..."),
    (
      "noughts game 1\nmoves a1 a2 b1 b2 c1 c2", 2,
      "'c2' is not a legal move in .../OO./XXX"
    ),
    ("noughts game 1\nmoves a1", 3, "missing, expected 'board .../.../X..'"),
    (
      "noughts game 1\nmoves a1\nboard X../.../...", 3,
      "'board X../.../...', but the moves lead to 'board .../.../X..'"
    ),
    (
      "noughts game 1\nmoves a1\nboard .../.../X..\nmore", 4,
      "expected three lines only"
    ),
  ])
  func `anything else names its line`(text: String, line: Int, reason: String) {
    #expect(throws: GameText.Damage(line: line, reason: reason)) {
      try GameText(text)
    }
  }
}
