import Evaluation
import Foundation
import Numbers
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Tournament

@Suite struct SampledTournamentTests {
  private let perfect = Participant("perfect", UniformPolicy.perfect)
  private let random = Participant("random", UniformPolicy.random)
  private let center = Participant("center", UniformPolicy.center)
  private let first = Participant("first", UniformPolicy.first)

  @Test func `samples lie within their own intervals of the exact results`() {
    let isLong = ProcessInfo.processInfo.environment["NOUGHTS_LONG"] != nil
    let exact = Crosstable(exact: [random, center])
    var hits = ["score": 0, "win in X": 0, "draw in O": 0]
    for seed in 1...100 as ClosedRange<UInt64> {
      let tournament = SampledTournament(
        of: [random, center],
        from: .none,
        gamesPerMatch: isLong ? 20_000 : 500,
        seed: seed
      )
      let match = tournament.play()[0]
      let interval = Rating(pentanomial: match.pentanomial).interval
      if interval.contains(exact.score(of: 0)) { hits["score"]! += 1 }
      let win = Statistics.wilsonInterval(match.asX.win, of: match.asX.games)
      if win.contains(exact.wdl(of: 0, in: .x).win) {
        hits["win in X"]! += 1
      }
      let draw = Statistics.wilsonInterval(match.asO.draw, of: match.asO.games)
      if draw.contains(exact.wdl(of: 0, in: .o).draw) {
        hits["draw in O"]! += 1
      }
    }
    if isLong { print("of 100 intervals hold the exact value:", hits) }
    #expect(hits.values.allSatisfy { $0 >= 90 }, "\(hits)")
  }

  @Test func `twenty thousand games lie where the exact result does`() {
    let exact = Crosstable(exact: [perfect, random])
    let match = SampledTournament(
      of: [perfect, random],
      from: .none,
      gamesPerMatch: 20_000,
      seed: 1
    ).play()[0]
    #expect(match.total.games == 20_000 && match.total.loss == 0)
    #expect(
      Rating(pentanomial: match.pentanomial).interval
        .contains(exact.score(of: 0))
    )
  }

  @Test func `colors are swapped from each opening in turn`() {
    let tournament = SampledTournament(
      of: [perfect, random, first],
      from: OpeningBook(plies: 1),
      gamesPerMatch: 8,
      seed: 3
    )
    #expect(tournament.games == Array(0..<24))
    for match in 0..<3 {
      let games = stride(from: match, to: 24, by: 3).map {
        tournament.arrangement(of: $0)
      }
      for pair in 0..<4 {
        let (game, swapped) = (games[2 * pair], games[2 * pair + 1])
        #expect(game.x.name == swapped.o.name && game.o.name == swapped.x.name)
        #expect(game.opening == swapped.opening)
        #expect(game.opening == tournament.book.openings[pair % 3])
      }
    }
  }

  @Test func `deterministic pairs play each distinct game once`() {
    let tournament = SampledTournament(
      of: [first, center, random],
      from: OpeningBook(plies: 2),
      gamesPerMatch: 100,
      seed: 1
    )
    let matches = tournament.play()
    #expect(matches.map(\.total.games) == [24, 100, 100])
    #expect(matches.map(\.isDeterministic) == [true, false, false])
    #expect(matches[0].distinctGames == 24)
    #expect(matches[0].rating == nil && matches[1].rating != nil)
    #expect(
      matches.allSatisfy { $0.pentanomial.reduce(0, +) * 2 == $0.total.games }
    )
  }

  @Test func `more games go on where fewer ended`() {
    func games(_ count: Int) -> [GameRecord] {
      let tournament = SampledTournament(
        of: [first, center, random],
        from: OpeningBook(plies: 1),
        gamesPerMatch: count,
        seed: 1
      )
      return tournament.games.compactMap { tournament.play($0) }
    }
    let few = games(10)
    #expect(Array(games(20).prefix(few.count)) == few)
  }

  @Test func `counts agree with the games`() {
    let tournament = SampledTournament(
      of: [random, center],
      from: OpeningBook(plies: 2),
      gamesPerMatch: 48,
      seed: 7
    )
    let records = tournament.games.compactMap { tournament.play($0) }
    let match = tournament.play()[0]
    #expect(
      match.asX.win
        == records.count { $0.x == "random" && $0.outcome == .win(.x) }
    )
    #expect(
      match.asO.win
        == records.count { $0.o == "random" && $0.outcome == .win(.o) }
    )
    let draws = records.count { $0.outcome == .draw }
    #expect(match.drawRate == Double(draws) / 48)
  }

  @Test func `odd matches and two players of one name trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = SampledTournament(
        of: [UniformPolicy.perfect, .random].map { Participant($0.name, $0) },
        from: .none,
        gamesPerMatch: 3,
        seed: 1
      )
    }
    #expect(result.message.contains("3 games, expected an even number"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = SampledTournament(
        of: [UniformPolicy.perfect, .random].map { Participant("same", $0) },
        from: .none,
        gamesPerMatch: 2,
        seed: 1
      )
    }
    #expect(result.message.contains("players [\"same\", \"same\"]"))
  }
}
