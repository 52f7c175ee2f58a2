import TestSupport
import Testing
import TicTacToe

@testable import Command

@Suite struct DoubtViewTests {
  @Test(arguments: [
    (".../.../X..", 4, "O b2 is no mistake: it draws, and no move does better"),
    (".X./.O./OXX", 8, "O c3 is no mistake: it wins"),
    (".../.X./XO.", 6, "O a3 is no mistake: it loses, as every move does"),
  ])
  func `it is said what the move comes to, and what others can`(
    text: String,
    square: Int,
    sentence: String
  ) throws {
    let view = DoubtView(
      move: Square(square),
      position: try Position(text),
      oracle: oracle,
      isNamed: false
    )
    #expect(
      view.lines == [
        sentence + ". Nothing is changed.",
        "Type bad again to unlearn it all the same.",
      ]
    )
  }
}
