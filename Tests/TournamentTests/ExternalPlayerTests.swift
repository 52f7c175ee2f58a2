import Foundation
import Players
import Synchronization
import TestSupport
import Testing
import TicTacToe

@testable import Tournament

@Suite struct ExternalPlayerTests {
  /// An external player that takes the lowest free square, but fails in some
  /// games.
  private final class Lowest: ExternalPlayer {
    let identity = "lowest"
    let failures: [Int: ExternalPlayerFailure]
    let playing = Mutex<Set<Int>>([])

    init(_ failures: [Int: ExternalPlayerFailure] = [:]) {
      self.failures = failures
    }

    func move(
      inGame game: Int,
      after moves: [Square]
    ) throws(ExternalPlayerFailure) -> Square {
      playing.withLock { _ = $0.insert(game) }
      if let failure = failures[game], moves.count > 3 { throw failure }
      let free = (0..<9).map { Square($0) }.filter { !moves.contains($0) }
      return free[0]
    }

    func finish(game: Int) { playing.withLock { _ = $0.remove(game) } }
  }

  private func tournament(
    _ player: Lowest,
    games: Int = 24
  ) -> SampledTournament {
    SampledTournament(
      of: [
        Participant("random", UniformPolicy.random),
        Participant("lowest", external: player),
      ],
      from: OpeningBook(plies: 2),
      gamesPerMatch: games,
      seed: 5
    )
  }

  @Test func `it plays as a policy of the same moves does`() {
    let player = Lowest()
    let outside = tournament(player)
    let known = SampledTournament(
      of: [
        Participant("random", UniformPolicy.random),
        Participant("lowest", UniformPolicy.first),
      ],
      from: OpeningBook(plies: 2),
      gamesPerMatch: 24,
      seed: 5
    )
    #expect(
      outside.games.map { outside.play($0) }
        == known.games.map { known.play($0) }
    )
    #expect(outside.play() == known.play())
    #expect(player.playing.withLock { $0.isEmpty })
  }

  @Test func `who fails loses where it was to move`() throws {
    let tournament = tournament(
      Lowest([2: .forfeit("ran away"), 3: .forfeit("ran away")])
    )
    for game in [2, 3] {
      let record = try #require(tournament.play(game))
      #expect(record.loser == "lowest" && record.forfeit == "ran away")
      #expect(try GameRecord(line: record.line) == record)
    }
    let match = tournament.play()[0]
    #expect(
      match.forfeits.map { "\($0.name) \($0.reason) \($0.games)" }
        == ["lowest ran away 2"]
    )
    #expect(match.total.games == 24)
  }

  @Test(arguments: [1, 2, 5])
  func `stopped in a game it goes on from there`(jobs: Int) async throws {
    try await inTemporaryFolder { path in
      let folder = TournamentFolder(path, version: "t")
      let failing = Lowest([7: .stopped, 3: .forfeit("fell")])
      var forfeits = 0
      let stopped = try await tournament(failing).play(
        in: folder,
        jobs: jobs,
        onForfeit: { _ in forfeits += 1 }
      ) { _, _ in true }
      #expect(stopped == nil && forfeits == 1)
      #expect(failing.playing.withLock { $0.isEmpty })
      let well = Lowest([3: .forfeit("fell")])
      let log = URL(filePath: folder.logPath)
      let lines = try String(contentsOf: log, encoding: .utf8).split(
        separator: "\n"
      )
      #expect(lines.count == 7, "all before the one that was stopped")
      let results = try await tournament(well).play(
        in: folder,
        jobs: 3,
        onForfeit: { _ in forfeits += 1 }
      ) { _, _ in true }
      #expect(results == tournament(well).play())
      #expect(forfeits == 2, "told again of a game of before")
    }
  }

  @Test func `nothing of it is exact`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      final class Nobody: ExternalPlayer {
        let identity = ""
        func move(
          inGame game: Int,
          after moves: [Square]
        ) throws(ExternalPlayerFailure) -> Square { throw .stopped }
        func finish(game: Int) {}
      }
      let participants = [
        Participant("a", UniformPolicy.first),
        Participant("b", external: Nobody()),
      ]
      _ = Crosstable(exact: participants)
    }
    #expect(result.message.contains("b is external"))
  }
}
