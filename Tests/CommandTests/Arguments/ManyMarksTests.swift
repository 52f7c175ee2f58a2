import Command
import Testing
import TicTacToe

/// Words that would take hours if anything compared them as characters.
@Suite struct ManyMarksTests {
  private static let marks = String(repeating: "\u{301}\u{323}", count: 1 << 16)

  @Test(arguments: [
    ["W"], ["-W"], ["--W"], ["help", "W"], ["completions", "W"],
    ["study", "W"], ["evaluate", "W"], ["evaluate", "level:W"],
    ["evaluate", "first", "--W"], ["evaluate", "first", "-W"],
    ["evaluate", "first", "--board", "W"],
    ["evaluate", "first", "--position", "W"],
    ["evaluate", "first", "--require", "W"],
    ["train", "--method", "W"], ["train", "--seed", "W"],
    ["train", "--W=1"], ["train", "--source", "W"],
    ["train", "--mistakes", "W"], ["train", "--watch", "W"],
    ["train", "--resume", "W"], ["train", "--teacher", "W"],
    ["play", "first", "--level", "W"], ["show", "W"],
    ["tournament", "first", "W"],
    ["tournament", "first", "random", "--sample", "1", "--openings", "W"],
  ])
  func `a word is refused in the time of its bytes`(
    words: [String]
  ) async throws {
    for start in ["a", "-", ""] {
      let console = Console.inMemory()
      let code = await Commands.run(
        words.map { $0.replacing("W", with: start + Self.marks) }, on: console
      )
      #expect([.usage, .missingInput, .inputOutput].contains(code))
    }
  }
}
