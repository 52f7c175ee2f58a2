import Checkpoints
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Tournament

@Suite struct GameRecordTests {
  private let record = GameRecord(
    game: 17,
    x: "perfect",
    o: "a \"b\"",
    opening: [Square(0), Square(4)],
    moves: [1, 8, 2].map(Square.init),
    outcome: .win(.x)
  )

  @Test func `a game is a line as documented`() throws {
    let text =
      #"{"game": 17, "x": "perfect", "o": "a \"b\"", "opening": ["a1", "b2"], "#
      + #""moves": ["b1", "c3", "c1"], "result": "1-0"}"#
    #expect(String(decoding: record.line, as: UTF8.self) == text)
    #expect(try GameRecord(line: record.line) == record)
  }

  @Test func `a game that was given up says why`() throws {
    let text =
      #"{"game": 2, "x": "a", "o": "b", "opening": ["a1"], "moves": ["b1"], "#
      + #""result": "0-1", "forfeit": "fell"}"#
    let record = try GameRecord(line: Array(text.utf8))
    #expect(record.forfeit == "fell" && record.outcome == .win(.o))
    #expect(record.loser == "a")
    #expect(String(decoding: record.line, as: UTF8.self) == text)
    for (old, new) in [
      ("0-1", "1-0"), ("0-1", "1/2-1/2"), ("\"fell\"", "1"),
      ("\"fell\"", "null"),
      ("\"b1\"", "\"b1\", \"b2\", \"c1\", \"c3\""),
    ] {
      let line = Array(text.replacing(old, with: new).utf8)
      #expect(throws: JSONError.self) { try GameRecord(line: line) }
    }
  }

  @Test(
    arguments: [
      ("\"1-0\"", "\"0-1\""), ("\"1-0\"", "\"1/2-1/2\""), ("\"b1\"", "\"a1\""),
      ("\"b1\"", "\"z9\""), (", \"c1\"", ""), ("\"game\"", "\"gam\""),
      ("17", "-1"), ("17", "1.5"), ("}", ""),
    ]
  )
  func `a line that is no game is refused`(old: String, new: String) throws {
    let text = String(decoding: record.line, as: UTF8.self)
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    #expect(parts.count == 2)
    let line = Array(parts.joined(separator: new).utf8)
    #expect(throws: JSONError.self) { try GameRecord(line: line) }
  }
}
