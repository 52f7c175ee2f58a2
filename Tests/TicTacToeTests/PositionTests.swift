import Testing
import TicTacToe

@Suite struct PositionTests {
  private func refusal(of index: Int, in text: String) throws -> IllegalMove? {
    let position = try Position(text)
    var changed = position
    do {
      try changed.play(Square(index))
      return nil
    } catch {
      #expect(changed == position)
      return error
    }
  }

  @Test func `illegal moves are typed errors and change nothing`() throws {
    let text = "XO./.../..."
    #expect(try refusal(of: 6, in: text) == .taken(Square(6)))
    #expect(try refusal(of: 9, in: text) == .offTheBoard(Square(9)))
    #expect(try refusal(of: -1, in: text) == .offTheBoard(Square(-1)))
    #expect(try refusal(of: 0, in: text) == nil)
    #expect(try refusal(of: 0, in: "XXX/OO./...") == .gameOver)
    #expect(try Position("XXX/OO./...").legalMoves.isEmpty)
  }

  @Test func `sides alternate, X first`() throws {
    var position = Position()
    for (ply, square) in [4, 0, 8, 2].enumerated() {
      #expect(position.ply == ply)
      #expect(position.sideToMove == (ply % 2 == 0 ? .x : .o))
      try position.play(Square(square))
    }
    #expect(position.text == "..X/.X./O.O")
    #expect(position.stones(of: .x).count == 2)
    #expect(position.outcome == nil)
  }

  @Test func `outcomes have a value for each side`() {
    #expect(Outcome.win(.x).value(for: .x) == 1)
    #expect(Outcome.win(.x).value(for: .o) == -1)
    #expect(Outcome.draw.value(for: .o) == 0)
  }
}
