import Players
import TestSupport
import Testing
import TicTacToe

@testable import Command

@Suite struct BoardViewTests {
  private func lines(
    _ text: String,
    width: Int = 80,
    isAdvised: Bool = true,
    color: ColorChoice = .never
  ) throws -> [String] {
    var environment = Environment()
    environment.variables["COLUMNS"] = "\(width)"
    let console = Console.inMemory(environment)
    console.adopt(color: color, isQuiet: false)
    return BoardView(
      position: try Position(text),
      policy: isAdvised ? UniformPolicy.first : nil,
      oracle: oracle,
      console: console
    ).lines
  }

  @Test func `advice stands beside the board where there is room`() throws {
    let board = try lines("X../.O./...")
    #expect(board[0].hasSuffix("policy thinks  exactly"))
    #expect(
      board[1] == " 3 |  X  |  0% |  0% |   7 8 9   a1 100%        "
        + "draws: every move"
    )
    #expect(board.count == 5)
  }

  @Test func `and below it where there is none`() throws {
    let board = try lines("X../.O./...", width: 40)
    #expect(board.prefix(4).allSatisfy { $0.count <= 40 })
    #expect(board[4] == "policy thinks  a1 100%, b1 0%, c1 0%")
    #expect(board[5] == "exactly        draws: every move")
  }

  @Test func `the keys give way to the board`() throws {
    let board = try lines("X../.O./...", width: 30)
    #expect(board[1] == " 2 |  0% |  O  |  0% |   4 5 6")
    for width in 22..<30 {
      let narrow = try lines("X../.O./...", width: width)
      #expect(narrow.prefix(4).allSatisfy { $0.count <= width })
      #expect(narrow[1] == " 2 |  0% |  O  |  0% |")
    }
  }

  @Test func `without advice there are the stones`() throws {
    #expect(
      try lines("X../.O./...", isAdvised: false) == [
        " 3 |  X  |     |     |   7 8 9", " 2 |     |  O  |     |   4 5 6",
        " 1 |     |     |     |   1 2 3", "     a     b     c",
      ]
    )
  }

  @Test func `a line that won is marked, in color or not`() throws {
    let board = try lines("XXX/OO./...")
    #expect(board[0] == " 3 | [X] | [X] | [X] |   7 8 9")
    #expect(board[1] == " 2 |  O  |  O  |     |   4 5 6")
  }

  @Test func `color adds to the numbers and changes none`() throws {
    for text in ["X../.O./...", "XXX/OO./..."] {
      let plain = try lines(text)
      let colored = try lines(text, color: .always)
      #expect(plain != colored)
      #expect(
        colored.map { $0.replacing(/\u{1b}\[[0-9]+m/, with: "") } == plain
      )
    }
  }
}
