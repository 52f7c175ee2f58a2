import Files
import TestSupport
import Testing
import TicTacToe

@testable import Command

@Suite struct PlaySessionFilesTests {
  private func text(_ path: String) throws -> String {
    String(decoding: try DurableFile(path).read(limit: 1000), as: UTF8.self)
  }

  @Test func `a saved game is taken up where it was left`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/my game.txt"
      let saved = try play("5\nsave \(path)\n").text
      #expect(saved.hasSuffix("Saved in \(path).\n"))
      #expect(
        try text(path) == "noughts game 1\nmoves b2 a1\nboard .../.X./O..\n"
      )
      let loaded = try play("load \(path)\nundo\nundo\n").text
      #expect(
        loaded == """
          Loaded 2 moves; X is to move.
          Your last move is taken back.
          Not a move: there is no move to take back.

          """
      )
    }
  }

  @Test func `nothing is overwritten`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a.txt"
      try write("mine", to: path)
      let said = try play("save \(path)\nsave\nsave \(folder)\n").text
      #expect(
        said.contains(
          "Not saved: cannot create \(path): File exists; name another"
        )
      )
      #expect(said.contains("Not saved: expected a file: save game.txt."))
      #expect(said.contains("Not saved: cannot create \(folder): "))
      #expect(try text(path) == "mine")
    }
  }

  @Test func `what is no game leaves this one as it is`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a.txt"
      try write("noughts game 1\nmoves b2 b2\n", to: path)
      let said = try play(
        "5\nload \(path)\nload\nload \(path).no\nundo\n"
      ).text
      #expect(
        said == """
          X plays center.
          O plays a1.
          Not loaded: \(path): line 2: 'b2' is not a legal move in .../.X./....
          Not loaded: expected a file: load game.txt.
          Not loaded: cannot read \(path).no: No such file or directory.
          Your last move is taken back.

          """
      )
      try write(String(repeating: "x", count: 2_000), to: path)
      #expect(try play("load \(path)\n").text.contains("at most 1024"))
    }
  }
}
