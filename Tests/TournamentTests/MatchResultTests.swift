import TestSupport
import Testing
import TicTacToe

@testable import Tournament

@Suite struct MatchResultTests {
  private func record(_ x: String, _ outcome: Outcome) -> GameRecord {
    GameRecord(
      game: 0,
      x: x,
      o: x == "a" ? "b" : "a",
      opening: [],
      moves: [Square(x == "a" ? 0 : 4)],
      outcome: outcome
    )
  }

  @Test func `pairs are counted by their points`() {
    var match = MatchResult(
      first: 0,
      second: 1,
      name: "a",
      isDeterministic: false
    )
    let pairs: [(Outcome, Outcome)] = [
      (.win(.o), .win(.x)), (.draw, .win(.x)), (.draw, .draw),
      (.win(.x), .win(.x)), (.win(.x), .draw), (.win(.x), .win(.o)),
    ]
    for (first, second) in pairs {
      match.add(record("a", first))
      match.add(record("b", second))
    }
    #expect(match.pentanomial == [1, 1, 2, 1, 1])
    // A game without its swapped one counts as a game, not as a pair.
    match.add(record("a", .draw))
    #expect(match.pentanomial == [1, 1, 2, 1, 1])
    #expect(match.total.games == 13)
    #expect(match.asX.win == 3 && match.asX.draw == 3 && match.asX.loss == 1)
    #expect(match.asO.win == 1 && match.asO.draw == 2 && match.asO.loss == 3)
    #expect(match.distinctGames == 2)
  }
}
