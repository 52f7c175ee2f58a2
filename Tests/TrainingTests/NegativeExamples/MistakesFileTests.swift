import TestSupport
import Testing
import TicTacToe
import Training

@Suite struct MistakesFileTests {
  @Test func `lines, comments and repetitions are read`() throws {
    let file = try MistakesFile(
      "# mine\n\nX../.O./... b3\r\nX../.O./... b3 # again\n  .../.../... b2"
    )
    #expect(file.mistakes.map(\.line) == ["X../.O./... b3", ".../.../... b2"])
  }

  @Test(
    arguments: [
      ("X../.O./...", Mistake.Reason.form),
      ("X../.O./... b3 b1", .form),
      ("X../.O b3", .notation(.rankCount(2, expected: 3))),
      ("X../.O./... d4", .notation(.square("d4"))),
      ("X../.O./... b2", .illegal(.taken(Square(4)))),
      ("XXX/OO./... c1", .illegal(.gameOver)),
      ("XOX/XOO/OX. c1", .onlyMove),
    ]
  )
  func `a bad line has its reason`(line: String, reason: Mistake.Reason) {
    #expect(throws: reason) { _ = try Mistake(line: line) }
  }

  private func damage(_ text: String) -> [Int: Mistake.Reason] {
    do {
      _ = try MistakesFile(text)
      return [:]
    } catch {
      return Dictionary(
        uniqueKeysWithValues: error.lines.map { ($0.number, $0.reason) }
      )
    }
  }

  @Test func `every bad line is told by its number`() {
    #expect(
      damage("foo\nX../.O./... b3\n\nX../.O./... b2\n")
        == [1: .form, 4: .illegal(.taken(Square(4)))]
    )
  }

  @Test func `not every move of a position may be marked`() {
    // Corner, edge and centre stand for all nine moves by symmetry.
    let text = ".../.../... a1\n.../.../... b1\n.../.../... b2\n"
    #expect(damage(text) == [3: .everyMove])
  }
}
