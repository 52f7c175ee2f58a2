import Testing
import TicTacToe

@testable import Command

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
    "0", "10", "55", "d1", "a4", "top", "left right", "top top",
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
    #expect(PlayCommand("a") == .analyze)
    #expect(PlayCommand("a1") == .move(Square(0)))
    #expect(PlayCommand(" ") == .next)
  }

  @Test(arguments: [
    ("save a.txt", "a.txt"), ("SAVE  My Game.txt ", "My Game.txt"),
    ("save", ""), ("save a-b", "a-b"),
  ])
  func `a file is named as it was typed`(line: String, path: String) {
    #expect(PlayCommand(line) == .save(path))
    #expect(
      PlayCommand(
        line.replacing("SAVE", with: "save").replacing("save", with: "load")
      )
        == .load(path)
    )
  }

  @Test func `every word of the suggestions is a command`() {
    for word in PlayCommand.words { #expect(PlayCommand(word) != nil) }
  }
}
