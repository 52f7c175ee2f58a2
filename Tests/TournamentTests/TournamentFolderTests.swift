import Foundation
import Players
import TestSupport
import Testing

@testable import Tournament

@Suite struct TournamentFolderTests {
  // Made once, since each has the exact chances of its policy.
  private static let participants = [
    Participant("perfect", UniformPolicy.perfect),
    Participant("random", UniformPolicy.random),
    Participant("first", UniformPolicy.first),
    Participant("center", UniformPolicy.center),
  ]

  private func tournament(games: Int = 48, seed: UInt64 = 1)
    -> SampledTournament
  {
    SampledTournament(
      of: TournamentFolderTests.participants,
      from: OpeningBook(plies: 2),
      gamesPerMatch: games,
      seed: seed
    )
  }

  private func inFolder(
    _ body: (TournamentFolder) async throws -> Void
  ) async throws {
    try await inTemporaryFolder {
      try await body(TournamentFolder("\($0)/new", version: "t"))
    }
  }

  private func log(_ folder: TournamentFolder) throws -> Data {
    try Data(contentsOf: URL(filePath: folder.logPath))
  }

  // The log and the results of a tournament played without a break.
  private func whole(
    jobs: Int = 2
  ) async throws -> (log: Data, results: [MatchResult]) {
    var whole: (Data, [MatchResult])?
    try await inFolder { folder in
      let results = try await tournament().play(in: folder, jobs: jobs) {
        _,
        _ in true
      }
      whole = (try log(folder), try #require(results))
    }
    return try #require(whole)
  }

  @Test func `logs and results are the same for 1, 2 and 7 jobs`() async throws
  {
    let one = try await whole(jobs: 1)
    #expect(one.results == tournament().play())
    for jobs in [2, 7] {
      let more = try await whole(jobs: jobs)
      #expect(more.log == one.log && more.results == one.results)
    }
  }

  @Test func `killed at any byte it continues to the same end`() async throws {
    let whole = try await whole()
    var rng = SeededGenerator(seed: 4)
    for _ in 0..<12 {
      let cut = Int.random(in: 0...whole.log.count, using: &rng)
      try await inFolder { folder in
        _ = try folder.open(tournament())
        try whole.log.prefix(cut).write(to: URL(filePath: folder.logPath))
        let results = try await tournament().play(in: folder, jobs: 3) {
          _,
          _ in true
        }
        #expect(results == whole.results)
        #expect(try log(folder) == whole.log)
      }
    }
  }

  @Test func `stopped again and again it plays no game twice`() async throws {
    let whole = try await whole()
    try await inFolder { folder in
      var results: [MatchResult]?
      var stops = 0
      while results == nil {
        var calls = 0
        results = try await tournament().play(in: folder, jobs: 1) { _, _ in
          calls += 1
          return calls < 4
        }
        stops += 1
      }
      #expect(stops > 2)
      #expect(results == whole.results)
      #expect(try log(folder) == whole.log)
      // Once more, nothing is left to do.
      let again = try await tournament().play(in: folder, jobs: 1) { _, _ in
        true
      }
      #expect(again == results)
      #expect(try log(folder) == whole.log)
    }
  }

  @Test func `a longer tournament goes on in the folder of a shorter`()
    async throws
  {
    let whole = try await whole()
    try await inFolder { folder in
      let short = tournament(games: 20)
      let few = try await short.play(in: folder, jobs: 1) { _, _ in true }
      let results = try await tournament().play(in: folder, jobs: 2) { _, _ in
        true
      }
      #expect(results == whole.results)
      #expect(try log(folder) == whole.log)
      let back = try await short.play(in: folder, jobs: 1) { _, _ in true }
      #expect(back == few)
      #expect(try log(folder) == whole.log)
    }
  }

  @Test func `another tournament's folder is not touched`() async throws {
    try await inFolder { folder in
      _ = try folder.open(tournament())
      #expect(throws: TournamentFolder.Failure.self) {
        try folder.open(tournament(seed: 2))
      }
      #expect(throws: TournamentFolder.Failure.self) {
        try TournamentFolder(folder.path, version: "u").open(tournament())
      }
    }
    try await inFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder.path,
        withIntermediateDirectories: true
      )
      try Data().write(to: URL(filePath: "\(folder.path)/other"))
      #expect(throws: TournamentFolder.Failure.self) {
        try folder.open(tournament())
      }
    }
  }

  @Test func `one process at a time plays in a folder`() async throws {
    try await inFolder { folder in
      let lock = try folder.open(tournament())
      do {
        _ = try folder.open(tournament())
        Issue.record("two locks")
      } catch TournamentFolder.Failure.busy(let path, let process) {
        #expect(path == folder.path && process != nil)
      }
      withExtendedLifetime(lock) {}
    }
  }

  @Test func `a damaged line is named and nothing is changed`() async throws {
    let whole = try await whole()
    try await inFolder { folder in
      _ = try folder.open(tournament())
      var lines = String(decoding: whole.log, as: UTF8.self)
        .split(separator: "\n").prefix(9)
      lines.swapAt(4, 6)
      let text = Data((lines.joined(separator: "\n") + "\n{").utf8)
      try text.write(to: URL(filePath: folder.logPath))
      do {
        _ = try folder.games(of: tournament())
        Issue.record("no error")
      } catch TournamentFolder.Failure.damaged(_, let line, let reason) {
        #expect(line == 5)
        #expect(reason == "game 6, expected game 4 as scheduled")
      }
      #expect(try log(folder) == text)
    }
  }
}
