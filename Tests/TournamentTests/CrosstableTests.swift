import Players
import TestSupport
import Testing
import TicTacToe
import Tournament

@Suite struct CrosstableTests {
  private func table(_ policies: UniformPolicy...) -> Crosstable {
    Crosstable(
      exact: policies.enumerated().map { Participant("\($0) \($1.name)", $1) }
    )
  }

  private func isClose(_ lhs: Double, _ rhs: Double, _ margin: Double) -> Bool {
    abs(lhs - rhs) < margin
  }

  @Test func `perfect against random is as known from enumeration`() {
    let table = table(.perfect, .random)
    let asX = table.wdl(of: 0, in: .x)
    let asO = table.wdl(of: 0, in: .o)
    #expect(isClose(asX.win, 0.967_811_2, 5e-8))
    #expect(isClose(asO.win, 0.777_483_8, 5e-8))
    #expect(isClose(asX.loss, 0, 1e-12) && isClose(asO.loss, 0, 1e-12))
    #expect(isClose(table.score(of: 0) + table.score(of: 1), 1, 1e-12))
    #expect(table.wdl(of: 1, in: .o).win == asX.loss)
  }

  @Test func `random against random is as known from enumeration`() {
    let asX = table(.random, .random).wdl(of: 0, in: .x, against: 1)
    #expect(isClose(asX.win, 0.5849, 5e-5))
    #expect(isClose(asX.draw, 0.1270, 5e-5))
    #expect(isClose(asX.loss, 0.2881, 5e-5))
  }

  @Test func `perfect against itself draws every game`() {
    let table = table(.perfect, .perfect)
    for (x, o) in [(0, 1), (1, 0)] {
      #expect(table.results[x][o]?.draw == 1)
    }
    #expect(table.score(of: 0) == 0.5 && table.worst(of: 0) == 0.5)
    #expect(table.results[0][0] == nil && table.results[1][1] == nil)
  }

  @Test func `scores are means, the worst a minimum`() {
    let table = table(.perfect, .center, .random)
    for player in 0..<3 {
      let opponents = (0..<3).filter { $0 != player }
      let scores = opponents.map { table.score(of: player, against: $0) }
      #expect(
        isClose(table.score(of: player), (scores[0] + scores[1]) / 2, 1e-12)
      )
      let seats = opponents.flatMap { opponent in
        Mark.allCases.map {
          table.wdl(of: player, in: $0, against: opponent).score
        }
      }
      #expect(table.worst(of: player) == seats.min())
    }
    // Centre first loses every game in O and X to none that plays perfectly.
    #expect(table.worst(of: 1) < 0.5)
  }

  @Test func `a player against itself traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let all = [UniformPolicy.perfect, .random].map {
        Participant($0.name, $0)
      }
      _ = Crosstable(exact: all).wdl(of: 1, in: .x, against: 1)
    }
    #expect(result.message.contains("player 1 against 1"))
  }
}
