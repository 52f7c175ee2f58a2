import TestSupport
import Testing
import TicTacToe

@Suite struct NotationTests {
  @Test func `every position is read from its own text`() throws {
    for (game, position) in ReferenceGame.all {
      #expect(position.text == game.text)
      #expect(try Position(game.text) == position)
    }
  }

  @Test func `of all 19,683 boards, those in reach are read`() {
    let reachable = Set(ReferenceGame.all.map(\.game.text))
    for number in 0..<19_683 {
      var game = ReferenceGame()
      var rest = number
      for square in 0..<9 {
        game.board[square] = [".", "X", "O"][rest % 3]
        rest /= 3
      }
      let position = try? Position(game.text)
      #expect((position != nil) == reachable.contains(game.text))
    }
  }

  @Test(
    arguments: [
      ("", .rankCount(1, expected: 3)),
      (".........", .rankCount(1, expected: 3)),
      (".../...", .rankCount(2, expected: 3)),
      (".../.../.../...", .rankCount(4, expected: 3)),
      (".../.../.../", .rankCount(4, expected: 3)),
      ("//", .rankLength(0, rank: 1, expected: 3)),
      ("../.../...", .rankLength(2, rank: 3, expected: 3)),
      (".../..../...", .rankLength(4, rank: 2, expected: 3)),
      ("./.../..", .rankLength(2, rank: 1, expected: 3)),
      (".../.../... ", .rankLength(4, rank: 1, expected: 3)),
      ("x../.../...", .character("x", "a3")),
      (".../.../..o", .character("o", "c1")),
      (".../.0./...", .character("0", "b2")),
      ("X\u{301}../.../...", .character("X\u{301}", "a3")),
      (".../.../..\r\n", .character("\r\n", "c1")),
      ("O../.../...", .stoneCounts(x: 0, o: 1)),
      ("XX./.../...", .stoneCounts(x: 2, o: 0)),
      ("XXX/XXX/XXX", .stoneCounts(x: 9, o: 0)),
      ("XXX/OOO/...", .playedOn(after: .x)),
      ("XXX/OO./O..", .playedOn(after: .x)),
      ("OOO/XX./XX.", .playedOn(after: .o)),
    ] as [(String, NotationError)]
  )
  func `malformed boards are refused`(text: String, error: NotationError) {
    #expect(throws: error) { try Position(text) }
  }

  @Test func `two lines need a stone in common`() throws {
    let rules = try Rules(columns: 5, rows: 3, inARow: 3)
    #expect(throws: NotationError.playedOn(after: .x)) {
      try Position("XXXO./XXX.O/OO.O.", rules: rules)
    }
    #expect(try Position("XXX/XOO/XOO").outcome == .win(.x))
    #expect(try Position("XOX/OXO/XOX").outcome == .win(.x))
  }

  @Test func `every square is found by its name`() throws {
    for (columns, rows) in [(3, 3), (7, 6), (63, 1), (1, 32), (31, 2)] {
      let rules = try Rules(columns: columns, rows: rows, inARow: 1)
      var names: Set<String> = []
      for index in 0..<rules.squareCount {
        let name = rules.name(of: Square(index))
        names.insert(name)
        #expect(try rules.square(named: name) == Square(index))
      }
      #expect(names.count == rules.squareCount)
    }
    let names = (0..<9).map { Rules.ticTacToe.name(of: Square($0)) }
    #expect(
      names == ["a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3"]
    )
  }

  @Test func `after column z come aa, ab and so on`() throws {
    let rules = try Rules(columns: 63, rows: 1, inARow: 3)
    let names = [
      (24, "y1"), (25, "z1"), (26, "aa1"), (27, "ab1"), (51, "az1"),
      (52, "ba1"), (62, "bk1"),
    ]
    for (index, name) in names {
      #expect(rules.name(of: Square(index)) == name)
      #expect(try rules.square(named: name) == Square(index))
    }
    #expect(throws: NotationError.square("bl1")) {
      try rules.square(named: "bl1")
    }
  }

  @Test(arguments: [
    "", "a", "1", "a0", "a4", "d1", "A1", "a01", "a1 ", " a1", "1a", "aa1",
    "a1a1", "a-1", "a١", "á1", "a99999999999999999999",
  ])
  func `no other name is a square`(name: String) {
    #expect(throws: NotationError.square(name)) {
      try Rules.ticTacToe.square(named: name)
    }
  }
}
