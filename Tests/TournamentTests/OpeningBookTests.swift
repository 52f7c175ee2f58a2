import TestSupport
import Testing
import TicTacToe

@testable import Tournament

@Suite struct OpeningBookTests {
  @Test func `openings up to symmetry are counted as known`() {
    let counts = (0...3).map { OpeningBook(plies: $0).openings.count }
    #expect(counts == [1, 3, 12, 38])
    #expect(OpeningBook(plies: 0) == .none)
    #expect(OpeningBook(plies: 1).text == "a1\nb1\nb2")
  }

  @Test func `seven of twelve are lost for O`() {
    let solution = Board.ticTacToe.solution
    let values = OpeningBook(plies: 2).openings.compactMap { moves -> Int? in
      var position = Position()
      for move in moves { position = position.playing(move) }
      return solution.graph.node(of: position).map { solution.values[$0] }
    }
    #expect(values.count == 12 && values.count { $0 == 1 } == 7)
    #expect(values.allSatisfy { $0 >= 0 })
  }

  @Test func `a book is read as it is written`() throws {
    let book = try OpeningBook("# two\na1 b2 # corner\n\n  b2\n")
    #expect(book.text == "a1 b2\nb2")
    #expect(try OpeningBook(OpeningBook(plies: 3).text).openings.count == 38)
  }

  @Test(
    arguments: [
      ("a1\nd4", 2, "no square is called 'd4'"),
      ("a1 a1", 1, "a1 is not a legal move"),
      ("a1 a2 b1 b2 c1", 1, "the game is over"),
      ("a1\n\na1 #", 3, "the opening occurs twice"),
      ("# none", 0, "no opening, expected one a line: a1 b2"),
    ]
  )
  func `a bad book names its line`(text: String, line: Int, reason: String) {
    #expect(throws: OpeningBook.Damage(line: line, reason: reason)) {
      try OpeningBook(text)
    }
  }

  @Test func `openings longer than the book's trap`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = OpeningBook(plies: 4)
    }
    #expect(result.message.contains("openings of 4 plies, expected 0…3"))
  }
}
