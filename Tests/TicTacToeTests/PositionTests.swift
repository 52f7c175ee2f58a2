import TestSupport
import Testing
import TicTacToe

@Suite struct PositionTests {
  @Test func `every position is what the reference says`() {
    for (game, position) in ReferenceGame.all {
      #expect(position.ply == game.ply)
      #expect(position.sideToMove.rawValue == String(game.mover))
      #expect(position.outcome == game.outcome)
      #expect(position.legalMoves.map(\.index) == game.moves)
      #expect(position.legalMoves.isEmpty == (position.outcome != nil))
      for mark in Mark.allCases {
        let stones = position.stones(of: mark)
        #expect(
          stones.squares(in: .ticTacToe).map { String(game.board[$0.index]) }
            == [String](repeating: mark.rawValue, count: stones.count)
        )
      }
      #expect(
        position.empty.squares(in: .ticTacToe).map(\.index)
          == game.board.indices.filter { game.board[$0] == "." }
      )
      #expect(position.stones(of: position.sideToMove) == position.mover)
    }
  }

  @Test func `every move is played or refused, and why`() throws {
    for (game, position) in ReferenceGame.all {
      for square in -1...9 {
        let expected: IllegalMove? =
          if !(0..<9).contains(square) {
            .offTheBoard(Square(square))
          } else if game.board[square] != "." {
            .taken(Square(square))
          } else if game.outcome != nil {
            .gameOver
          } else {
            nil
          }
        var next = position
        do {
          try next.play(Square(square))
          #expect(expected == nil)
          #expect(next == position.playing(Square(square)))
          #expect(next.text == game.playing(square).text)
        } catch {
          #expect(error == expected)
          #expect(next == position, "unchanged")
        }
      }
    }
  }

  @Test(arguments: [Int.min, -1, 9, 64, Int.max])
  func `squares far off the board are refused`(square: Int) {
    var position = Position()
    #expect(throws: IllegalMove.offTheBoard(Square(square))) {
      try position.play(Square(square))
    }
    #expect(position == Position())
  }

  @Test func `boards of other rules differ though empty`() throws {
    let rules = try Rules(columns: 3, rows: 3, inARow: 2)
    #expect(Position(rules: rules) != Position())
    #expect(Position(rules: rules).rules == rules)
    #expect(Position(rules: .ticTacToe).rules == .ticTacToe)
  }

  @Test(arguments: [
    (7, 6, 4), (3, 3, 3), (4, 3, 3), (3, 4, 3), (5, 5, 4), (7, 8, 5),
    (8, 7, 4), (1, 32, 3), (63, 1, 3), (2, 21, 2), (6, 9, 6), (31, 2, 5),
    (1, 1, 1), (4, 4, 1), (3, 5, 5), (5, 3, 5),
  ])
  func `random games on other boards end as a search along lines says`(
    columns: Int,
    rows: Int,
    inARow: Int
  ) throws {
    let rules = try Rules(columns: columns, rows: rows, inARow: inARow)
    var rng = SplitMix64(state: UInt64(columns * 100 + rows))
    for _ in 0..<12 {
      var position = Position(rules: rules)
      var board = [Character](repeating: ".", count: rules.squareCount)
      while let move = Array(position.legalMoves).randomElement(using: &rng) {
        #expect(board[move.index] == ".")
        let mark = position.sideToMove
        board[move.index] = mark == .x ? "X" : "O"
        try position.play(move)
        let expected: Outcome? =
          if hasLine(of: board[move.index], on: board, rules) {
            .win(mark)
          } else if !board.contains(".") {
            .draw
          } else {
            nil
          }
        #expect(position.outcome == expected)
        #expect(try Position(position.text, rules: rules) == position)
      }
      #expect(position.outcome != nil)
    }
  }
}
