import Foundation
import TestSupport
import Testing

@testable import Experiments

@Suite struct StudyFolderTests {
  private let study = SampleStudy()

  private func folder(
    _ path: String,
    version: String = "t"
  ) -> StudyFolder<SampleStudy> {
    StudyFolder(path, study: study, seeds: 11...16, version: version)
  }

  private func inFolder(_ body: (String) async throws -> Void) async throws {
    try await inTemporaryFolder { try await body("\($0)/new") }
  }

  private func measure(
    _ path: String,
    shard: (Int, Int) = (1, 1),
    jobs: Int = 1,
    atMost limit: Int = .max
  ) async throws -> [StudyFolder<SampleStudy>.Unit: String] {
    let folder = folder(path)
    try folder.open()
    let run = StudyRun(folder: folder, shard: shard, jobs: jobs)
    return try await run.measure { done, _ in done < limit }
  }

  private func files(_ path: String) throws -> [String] {
    try ["results.csv", "summary.csv", "none.svg"].map {
      try String(contentsOfFile: "\(path)/\($0)", encoding: .utf8)
    }
  }

  @Test func `shards joined equal one run, whatever the number of jobs`()
    async throws
  {
    try await inFolder { path in
      let whole = try await measure("\(path)/a")
      _ = try folder("\(path)/a").finish(whole)
      var joined: [StudyFolder<SampleStudy>.Unit: String] = [:]
      for shard in [2, 3, 1] {
        joined = try await measure(
          "\(path)/b",
          shard: (shard, 3),
          jobs: shard
        )
      }
      #expect(joined.count == 12)
      _ = try folder("\(path)/b").finish(joined)
      #expect(try files("\(path)/a") == files("\(path)/b"))
    }
  }

  @Test func `an interrupted study continues, a torn line is made again`()
    async throws
  {
    try await inFolder { path in
      let whole = try await measure("\(path)/a")
      let some = try await measure("\(path)/b", atMost: 5)
      #expect(some.count == 5)
      let part = URL(filePath: "\(path)/b/parts/1-of-1.csv")
      let bytes = try Data(contentsOf: part)
      try bytes.dropLast(4).write(to: part)
      let torn = try folder("\(path)/b").results()
      #expect(torn.count == 4)
      let rest = try await measure("\(path)/b")
      #expect(rest == whole)
    }
  }

  @Test func `a shard is measured once at a time, beside the others`()
    async throws
  {
    try await inFolder { path in
      try folder(path).open()
      let lock = try folder(path).lock(shard: "1-of-2")
      let error = await #expect(throws: StudyBusy.self) {
        try await measure(path, shard: (1, 2))
      }
      #expect(error?.shard == "1-of-2")
      #expect(error?.process == getpid())
      #expect(try await measure(path, shard: (2, 2)).count == 6)
      withExtendedLifetime(lock) {}
    }
  }

  @Test func `leftovers of a killed study are removed`() throws {
    try inTemporaryFolder { path in
      try folder(path).open()
      let leftover = "\(path)/.results.csv.tmp-1-1"
      try Data().write(to: URL(filePath: leftover))
      try folder(path).open()
      #expect(!FileManager.default.fileExists(atPath: leftover))
    }
  }

  @Test func `results and summary are tables`() async throws {
    try await inFolder { path in
      _ = try folder(path).finish(try await measure(path))
      let text = try files(path)
      let rows = text[0].split(separator: "\n")
      #expect(
        rows[0] == "factor,note,seed,product,isEven,power1,power10,version"
      )
      #expect(rows[1] == "2,,11,22,0,2,,t")
      #expect(rows[2] == "2,,12,,1,2,,t", "what was not measured is empty")
      #expect(rows.count == 13)
      #expect(text[1].contains("3,odd,isEven,6,0.5,"))
      #expect(text[1].contains("2,,product,5,27.6,"))
    }
  }

  @Test func `another study's folder is refused`() async throws {
    try await inFolder { path in
      try folder(path).open()
      let other = StudyFolder(path, study: study, seeds: 1...2, version: "t")
      #expect(throws: StudyMismatch.self) { try other.open() }
    }
  }

  @Test func `a folder with results of something else is refused`() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "noughts-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.createDirectory(
      atPath: path,
      withIntermediateDirectories: true
    )
    try Data("mine\n".utf8).write(to: URL(filePath: "\(path)/results.csv"))
    #expect(throws: StudyMismatch.self) { try folder(path).open() }
    let kept = try String(
      contentsOfFile: "\(path)/results.csv",
      encoding: .utf8
    )
    #expect(kept == "mine\n")
  }

  @Test func `differences are paired by seed`() async throws {
    try await inFolder { path in
      let (_, summary) = try folder(path).finish(try await measure(path))
      let (two, three) = (study.conditions[0], study.conditions[1])
      let difference = try #require(
        summary.difference(\.product, three, minus: two)
      )
      #expect(difference.count == 5 && difference.value == 13.8)
    }
  }

  @Test func `where nothing is to begin, nothing is measured`() async throws {
    try await inFolder { path in
      let results = try await measure(path, atMost: 0)
      #expect(results.isEmpty)
    }
  }

  @Test func `a shard beyond its count traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let folder = StudyFolder(
        "/nonexistent",
        study: SampleStudy(),
        seeds: 1...2,
        version: "t"
      )
      _ = StudyRun(folder: folder, shard: (2, 1), jobs: 1)
    }
    #expect(result.message.contains("shard 2 of 1, 1 jobs"))
  }

  @Test func `results of another version are measured again`() async throws {
    try await inFolder { path in
      let results = try await measure(path)
      #expect(results.count == 12)
      let other = folder(path, version: "u")
      let others = try other.results()
      #expect(others.isEmpty)
      let error = #expect(throws: StudyMismatch.self) { try other.open() }
      #expect(error?.found.hasSuffix("version t") == true)
      #expect(error?.expected.hasSuffix("version u") == true)
    }
  }

  @Test func `figures come back from the file under their names`()
    async throws
  {
    try await inFolder { path in
      let (_, summary) = try folder(path).finish(try await measure(path))
      for condition in study.conditions {
        for (seed, figures) in summary.rows[condition] ?? [] {
          #expect(figures == study.results(of: condition, seed: seed))
        }
      }
      #expect(summary.rows.values.map(\.count) == [6, 6])
    }
  }
}
