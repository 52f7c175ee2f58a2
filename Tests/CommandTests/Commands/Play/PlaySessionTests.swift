import Players
import TestSupport
import Testing
import TicTacToe

@testable import Command

@Suite struct PlaySessionTests {
  @Test func `a won game is told move by move`() throws {
    let (text, code) = try play("5\n7\n3\n")
    #expect(code == .success)
    #expect(text.hasPrefix("X plays center.\nO plays a1.\nX plays a3.\n"))
    #expect(text.contains("You can win at c1."))
    #expect(text.contains("You win as X."))
    #expect(text.contains("turned a draw into a loss; best: c1."))
  }

  @Test func `the policy moves first when you are O`() throws {
    #expect(try play("", seats: .person(.o)).text == "X plays a1.\n")
  }

  @Test func `endless noise ends`() throws {
    let noise = String(repeating: "noise\n", count: 10_000)
    let (text, code) = try play(noise)
    #expect(code == .success)
    #expect(text.split(separator: "\n").count == 100)
  }

  @Test func `the board shows shares, keys and what is exactly true`() throws {
    let text = try play("1\n", against: .perfect, isPlain: false).text
    #expect(text.contains("O plays center."))
    #expect(text.contains("policy thinks"))
    #expect(text.contains("7 8 9"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 80 })
  }

  @Test func `a typo is answered by what was likely meant`() throws {
    let text = try play("hnit\nanalyse\n\nxyzzy\n").text
    #expect(text.contains("Not a move: did you mean hint?"))
    #expect(text.contains("Not a move: an empty line"))
    #expect(text.contains("expected 1-9, a1-c3, center or a command"))
  }

  @Test func `two people move in turn, and either can win`() throws {
    let (text, _) = try play("5\n1\n3\n7\n2\n4\n", seats: .people)
    #expect(
      text.hasPrefix(
        """
        X plays center.
        O plays a1.
        X plays c1.
        O plays a3.
        X plays b1. O can win at a2.
        O plays a2.
        O wins.
        Move 5, X b1 turned a draw into a loss; best: a2.
        """
      )
    )
    #expect(!text.contains("(you)") && !text.contains("(the policy)"))
  }

  @Test func `two policies are watched to the end, then it listens`() throws {
    let other = UniformPolicy.center
    let (text, code) = try play(
      "undo\nnew\nquit\n",
      seats: .policies(.x, other: other)
    )
    #expect(code == .success)
    #expect(text.split(separator: "X plays a1.").count == 2)
    #expect(text.contains("The last move is taken back."))
    #expect(text.contains("A new game."))
  }

  @Test func `on a terminal each move of two policies is asked for`() throws {
    var environment = Environment()
    environment.inputIsTerminal = true
    let (text, _) = try play(
      "\n5\n\nswap\n",
      seats: .policies(.x, other: UniformPolicy.center),
      on: environment
    )
    #expect(
      text == """
        X plays a1.
        Not a move: you only watch; Enter goes on.
        O plays center.
        X center    O first now.

        """
    )
  }
}
