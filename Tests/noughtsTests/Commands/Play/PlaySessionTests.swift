import Players
import Testing
import TicTacToe

@testable import noughts

@Suite struct PlaySessionTests {
  private func play(
    _ input: String,
    against policy: UniformPolicy = .first,
    you: Mark = .x,
    isPlain: Bool = true
  ) throws -> (text: String, code: ExitCode) {
    let console = Console.inMemory(input: input)
    var session = PlaySession(
      teaching: try Teaching(policy, path: "/dev/null", mistakes: []),
      you: you,
      isPlain: isPlain,
      seed: 1,
      console: console
    )
    let code = try session.play()
    try console.flush()
    return (console.output.text, code)
  }

  @Test func `a won game is told move by move`() throws {
    let (text, code) = try play("5\n7\n3\n")
    #expect(code == .success)
    #expect(text.hasPrefix("X plays center.\nO plays a1.\nX plays a3.\n"))
    #expect(text.contains("You can win at c1."))
    #expect(text.contains("You win as X."))
    #expect(text.contains("turned a draw into a loss; best: c1."))
  }

  @Test func `the policy moves first when you are O`() throws {
    #expect(try play("", you: .o).text == "X plays a1.\n")
  }

  @Test func `a taken square, undo and hint are answered`() throws {
    let text = try play("5\n5\nundo\nundo\nhint\n").text
    #expect(text.contains("Not a move: b2 is taken."))
    #expect(text.contains("Your last move is taken back."))
    #expect(text.contains("Not a move: you have made no move yet."))
    #expect(text.contains("Best, exactly: a1, b1,"))
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
}
