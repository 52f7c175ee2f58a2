import TestSupport
import Testing
import TicTacToe

@Suite struct SquareTests {
  @Test func `squares are ordered by number`() {
    #expect(Square(0) < Square(1))
    #expect(!(Square(1) < Square(1)))
    #expect([Square(5), Square(2)].sorted() == [Square(2), Square(5)])
    #expect(Square(7).index == 7)
  }

  @Test func `squares of a set come ascending, and are counted`() {
    var squares = Position().legalMoves
    for index in 0..<9 {
      #expect(!squares.isEmpty)
      #expect(squares.count == 9 - index)
      #expect(squares.underestimatedCount == 9 - index)
      #expect(squares.next() == Square(index))
    }
    #expect(squares.isEmpty)
    #expect(squares.count == 0)
    #expect(squares.next() == nil)
    #expect(squares.next() == nil)
  }
}
