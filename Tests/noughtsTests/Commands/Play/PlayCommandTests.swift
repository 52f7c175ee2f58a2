import Testing
import TicTacToe

@testable import noughts

@Suite struct PlayCommandTests {
  @Test(arguments: [
    ("1", 0), ("5", 4), ("9", 8), (" 3 ", 2), ("a1", 0), ("C3", 8),
    ("center", 4), ("centre", 4), ("middle", 4), ("top left", 6),
    ("Bottom-Right", 2), ("top middle", 7), ("left middle", 3),
    ("center right", 5),
  ])
  func `keys, names and words are squares`(line: String, square: Int) {
    #expect(PlayCommand(line) == .move(Square(square)))
  }

  @Test(arguments: [
    "", "0", "10", "55", "d1", "a4", "top", "left right", "top top",
    "top left middle", "five", "-1", "1 2", "\u{0}",
  ])
  func `anything else is nothing`(line: String) {
    #expect(PlayCommand(line) == nil)
  }

  @Test func `commands have short forms`() {
    #expect(PlayCommand("u") == .undo)
    #expect(PlayCommand("HINT") == .hint)
    #expect(PlayCommand("?") == .help)
    #expect(PlayCommand("q") == .quit)
  }
}

@Suite struct PlayLevelTests {
  @Test func `a level says exactly how strong it is`() throws {
    let run = try runCommand(["play", "--level", "easy", "--plain"])
    #expect(run.exitCode == 0)
    #expect(run.errors.contains("easy, exactly, against perfect: W 0.0 L 37.6"))
    let both = try runCommand(["play", "champion", "--level", "easy"])
    #expect(both.exitCode == 64)
    let typo = try runCommand(["play", "--level", "eazy"])
    #expect(typo.exitCode == 64)
    #expect(typo.errors.contains("did you mean easy?"))
  }
}
