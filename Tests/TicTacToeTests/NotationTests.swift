import Testing
import TicTacToe

@Suite struct NotationTests {
  @Test func `squares are named and found`() throws {
    let rules = Rules.ticTacToe
    let names = (0..<9).map { rules.name(of: Square($0)) }
    #expect(names == ["a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3"])
    for (index, name) in names.enumerated() {
      #expect(try rules.square(named: name).index == index)
    }
    let long = try Rules(columns: 63, rows: 1, inARow: 5)
    #expect(long.name(of: Square(25)) == "z1")
    #expect(long.name(of: Square(26)) == "aa1")
    #expect(try long.square(named: "bk1") == Square(62))
  }

  @Test(arguments: ["", "a", "a0", "a4", "d1", "A1", "1a", "a11", "a1 "])
  func `other names are refused`(name: String) {
    #expect(throws: NotationError.square(name)) {
      _ = try Rules.ticTacToe.square(named: name)
    }
  }

  @Test func `every position survives its text`() throws {
    for position in StateSpace.ticTacToe.positions {
      #expect(try Position(position.text) == position)
    }
  }

  @Test(arguments: [
    ("", NotationError.rankCount(1, expected: 3)),
    ("X../.O.", .rankCount(2, expected: 3)),
    ("X../.O./..", .rankLength(2, rank: 1, expected: 3)),
    ("X../.x./...", .character("x", "b2")),
    ("XX./.../...", .stoneCounts(x: 2, o: 0)),
    ("O../.../...", .stoneCounts(x: 0, o: 1)),
    ("XXX/OOO/...", .playedOn(after: .x)),
    ("XXX/OO./O..", .playedOn(after: .x)),
    ("OOO/XX./XX.", .playedOn(after: .o)),
  ])
  func `a malformed board is refused`(text: String, error: NotationError) {
    #expect(throws: error) { _ = try Position(text) }
  }

  @Test func `two lines at once are fine only through one square`() throws {
    let through = try Position("XXX/OXO/XOO".replacing("XOO", with: "OOX"))
    #expect(through.outcome == .win(.x))
    let rules = try Rules(columns: 5, rows: 2, inARow: 2)
    #expect(throws: NotationError.playedOn(after: .x)) {
      _ = try Position("XXO.O/O..XX", rules: rules)
    }
  }
}
