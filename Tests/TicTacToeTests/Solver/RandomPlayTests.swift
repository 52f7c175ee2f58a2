import TestSupport
import Testing
import TicTacToe

@Suite struct RandomPlayTests {
  /// Draws the same bits each time.
  private struct Constant: RandomNumberGenerator {
    let bits: UInt64
    func next() -> UInt64 { bits }
  }

  @Test func `362,880 even draws play every order of the squares once`() {
    // Below the point of each draw is the middle of one of 9! equal parts,
    // whose digits in the bases 9, 8, 7, … choose the moves.
    let orders: UInt64 = 362_880
    let play = RandomPlay.ticTacToe
    var counts: [Outcome: Int] = [:]
    for order in 0..<orders {
      let (part, _) = orders.dividingFullWidth((order, UInt64.max / 2))
      var draw = Constant(bits: part)
      counts[play.outcome(using: &draw), default: 0] += 1
    }
    #expect(
      counts == [.win(.x): 212_256, .win(.o): 104_544, .draw: 46_080]
    )
  }

  @Test func `drawn games end as often as is exact`() {
    var rng = SplitMix64(state: 1)
    let games = 100_000
    var counts: [Outcome: Int] = [:]
    for _ in 0..<games {
      counts[RandomPlay.ticTacToe.outcome(using: &rng), default: 0] += 1
    }
    let exact: [(Outcome, Double)] = [
      (.win(.x), 0.58492), (.win(.o), 0.28810), (.draw, 0.12698),
    ]
    for (outcome, probability) in exact {
      let share = Double(counts[outcome] ?? 0) / Double(games)
      #expect(abs(share - probability) < 0.0063, "4 standard errors")
    }
  }

  @Test func `the least boards end as they must`() throws {
    var rng = SplitMix64(state: 1)
    for (columns, rows, outcome) in [
      (1, 1, Outcome.win(.x)), (2, 2, .win(.x)), (63, 1, .win(.x)),
    ] {
      let rules = try Rules(
        columns: columns,
        rows: rows,
        inARow: columns == 2 ? 2 : 1
      )
      let play = RandomPlay(in: StateSpace(rules))
      #expect(play.outcome(using: &rng) == outcome)
    }
    let narrow = try Rules(columns: 2, rows: 1, inARow: 2)
    let play = RandomPlay(in: StateSpace(narrow))
    #expect(play.outcome(using: &rng) == .draw)
  }
}
