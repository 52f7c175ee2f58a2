import Testing
import TicTacToe

@Suite struct DistancesTests {
  @Test func `every distance is that of the reference`() throws {
    // Minimax over scores that are worth less the later they come.
    var scores: [ReferenceGame: Int] = [:]
    for (game, _) in ReferenceGame.all.reversed() {
      scores[game] =
        game.winner != nil
        ? game.ply - 10
        : game.moves.compactMap { scores[game.playing($0)] }.map { -$0 }.max()
          ?? 0
    }
    let distances = Distances.ticTacToe.values
    let space = StateSpace.ticTacToe
    #expect(distances.count == space.positions.count)
    for (game, position) in ReferenceGame.all {
      let number = try #require(space.number(of: position))
      let score = try #require(scores[game])
      // A draw lasts until the board is full.
      let end = score == 0 ? 9 : 10 - abs(score)
      #expect(distances[number] == end - game.ply, "\(game.text)")
    }
  }

  @Test func `the game is over at once where the line is complete`() throws {
    let rules = try Rules(columns: 2, rows: 2, inARow: 2)
    let solution = Solution(of: StateSpace(rules))
    #expect(Distances(of: solution).values[0] == 3)
  }
}
