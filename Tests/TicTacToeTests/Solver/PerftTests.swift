import Testing
import TicTacToe

@Suite struct PerftTests {
  @Test(arguments: [
    (0, 1), (1, 9), (2, 72), (3, 504), (4, 3024), (5, 15120), (6, 54720),
    (7, 148_176),
  ])
  func `sequences by length`(depth: Int, count: Int) {
    #expect(Perft.sequences(from: Position(), depth: depth) == count)
  }

  @Test func `255,168 games`() {
    #expect(Perft.games(from: Position()) == 255_168)
  }
}
