import Checkpoints
import Foundation
import Players
import Testing
import TicTacToe

func reply(to board: String, by file: [UInt8]) throws -> String? {
  let position = try Position(board, rules: .ticTacToe)
  var player = TemperedPolicy(try PolicyFile(bytes: file).policy)
  var rng = SeededGenerator(seed: 1)
  let move = player.move(in: position, using: &rng)
  return move.map(position.rules.name(of:))
}

@Suite struct ReadmeTests {
  private let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `the README's lines of Swift are those compiled here`() throws {
    let readme = try String(
      contentsOf: root.appending(path: "README.md"),
      encoding: .utf8
    )
    let here = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let start = try #require(readme.range(of: "func reply"))
    let end = try #require(
      readme.range(of: "\n}\n", range: start.lowerBound..<readme.endIndex)
    )
    #expect(here.contains(readme[start.lowerBound..<end.upperBound]))
  }

  @Test func `the champion answers a corner with the center`() throws {
    let champion = root.appending(path: "Policies/champion.json")
    let bytes = Array(try Data(contentsOf: champion))
    #expect(try reply(to: ".../.../X..", by: bytes) == "b2")
  }
}
