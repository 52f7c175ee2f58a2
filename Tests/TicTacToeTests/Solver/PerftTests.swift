import TestSupport
import Testing
import TicTacToe

@Suite struct PerftTests {
  private static let counts = [
    1, 9, 72, 504, 3_024, 15_120, 54_720, 148_176, 200_448, 127_872, 0,
  ]

  @Test func `sequences by length`() {
    for (depth, count) in Self.counts.enumerated() {
      #expect(Perft.sequences(from: Position(), depth: depth) == count)
    }
  }

  @Test func `the reference counts the same sequences`() {
    var ways = [ReferenceGame(): 1]
    for count in Self.counts {
      #expect(ways.values.reduce(0, +) == count)
      var next: [ReferenceGame: Int] = [:]
      for (game, number) in ways {
        for move in game.moves {
          next[game.playing(move), default: 0] += number
        }
      }
      ways = next
    }
  }

  @Test func `there are 255,168 games`() {
    #expect(Perft.games(from: Position()) == 255_168)
  }

  @Test func `from every late position both count as the reference does`() {
    func games(_ game: ReferenceGame) -> Int {
      game.outcome != nil
        ? 1 : game.moves.reduce(0) { $0 + games(game.playing($1)) }
    }
    for (game, position) in ReferenceGame.all where game.ply >= 6 {
      #expect(Perft.games(from: position) == games(game))
      #expect(Perft.sequences(from: position, depth: 0) == 1)
      #expect(Perft.sequences(from: position, depth: 1) == game.moves.count)
    }
  }

  @Test func `a negative depth traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Perft.sequences(from: Position(), depth: -1)
    }
    #expect(result.message.contains("perft to depth -1"))
  }
}
