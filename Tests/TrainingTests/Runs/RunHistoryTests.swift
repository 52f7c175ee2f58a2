import Evaluation
import Files
import Foundation
import TestSupport
import Testing
import Training

@Suite struct RunHistoryTests {
  private let options: RunOptions = {
    var recipe = PolicyGradient.Recipe()
    recipe.hidden = 2
    recipe.games = 64
    recipe.evaluateEvery = 16
    (recipe.negativeRounds, recipe.negativeSteps) = (1, 1)
    return RunOptions(seed: 3, goal: .games, recipe: recipe)
  }()

  private func inFolder(_ body: (String) throws -> Void) throws {
    try inTemporaryFolder { try body("\($0)/new") }
  }

  /// Trains in a folder up to a game, and to the end where that is the last.
  private func train(_ folder: RunFolder, to game: Int) throws {
    let lock = try folder.create(options, version: "t")
    var run = TrainingRun(options)
    while run.done < game {
      guard let metrics = try run.advance(), !run.isDone else { continue }
      try folder.append(metrics: metrics.line(seconds: 0.5))
    }
    _ = try folder.save(run, version: "t")
    if run.isDone {
      let line = run.evaluation.line(seconds: 1, written: [])
      try folder.finish(run, metrics: line, version: "t")
    }
    withExtendedLifetime(lock) {}
  }

  private func append(_ text: String, to folder: RunFolder) throws {
    let path = "\(folder.path)/metrics.jsonl"
    var data = try Data(contentsOf: URL(filePath: path))
    data += Data(text.utf8)
    try data.write(to: URL(filePath: path))
  }

  @Test func `a run is stopped, running or done`() throws {
    try inFolder { path in
      let folder = RunFolder("\(path)/a")
      try train(folder, to: 32)
      #expect(try folder.history().state == .stopped)
      let lock = try folder.lock()
      #expect(try folder.history().state == .running)
      #expect(try folder.history().done == 32)
      withExtendedLifetime(lock) {}

      let whole = RunFolder("\(path)/b")
      try train(whole, to: 64)
      #expect(try whole.history().state == .done)
      #expect(try whole.history().done == 64)
    }
  }

  @Test func `the evaluations are those that were made`() throws {
    try inFolder { path in
      let folder = RunFolder(path)
      try train(folder, to: 64)
      let history = try folder.history()
      #expect(history.options == options)
      #expect(history.evaluations.map(\.done) == [16, 32, 48, 64])
      #expect(history.evaluations.map(\.isLast) == [false, false, false, true])
      #expect(history.oddLines == 0)
      var run = TrainingRun(options)
      while !run.isDone { _ = try run.advance() }
      let proof = try #require(run.evaluation.proof)
      let last = try #require(history.evaluations.last?.figures)
      let nashConv = try #require(last.nashConv)
      #expect(abs(nashConv - proof.sampled.nashConv) < 1e-6)
      #expect(last.blunders == proof.blunders.count)
      #expect(last.verdict == proof.verdict)
    }
  }

  @Test func `a torn last line is left out without a word`() throws {
    try inFolder { path in
      let folder = RunFolder(path)
      try train(folder, to: 32)
      try append("{\"games\": 48, \"upd", to: folder)
      let history = try folder.history()
      #expect(history.evaluations.map(\.done) == [16, 32])
      #expect(history.oddLines == 0)
    }
  }

  @Test(arguments: [
    "mine", "{}", "{\"games\": 48}", "{\"steps\": 48}", "\u{0}",
    "{\"games\":-1,\"nashConv\":1,\"blunders\":0,\"entropy\":1,"
      + "\"verdict\":\"perfect\"}",
    "{\"games\":48,\"nashConv\":1e300,\"blunders\":0,\"entropy\":1,"
      + "\"verdict\":\"perfect\"}",
    "{\"games\":48,\"nashConv\":1,\"blunders\":4521,\"entropy\":1,"
      + "\"verdict\":\"perfect\"}",
    "{\"games\":48,\"nashConv\":1,\"blunders\":0,\"entropy\":9,"
      + "\"verdict\":\"perfect\"}",
    "{\"games\":48,\"nashConv\":1,\"blunders\":0,\"entropy\":1,"
      + "\"verdict\":\"great\"}",
  ])
  func `a line that is no evaluation is counted`(line: String) throws {
    try inFolder { path in
      let folder = RunFolder(path)
      try train(folder, to: 32)
      try append(line + "\n", to: folder)
      let history = try folder.history()
      #expect(history.evaluations.map(\.done) == [16, 32])
      #expect(history.oddLines == 1)
    }
  }

  @Test func `nothing but a run has a history`() throws {
    try inFolder { path in
      try Folder(path).create()
      #expect(throws: RunFolder.Failure.self) {
        try RunFolder(path).history()
      }
      let folder = RunFolder("\(path)/a")
      try train(folder, to: 32)
      try Data("{}".utf8).write(to: URL(filePath: "\(path)/a/config.json"))
      #expect(throws: RunFolder.Failure.self) { try folder.history() }
    }
  }

  @Test func `asking changes nothing`() throws {
    try inFolder { path in
      let folder = RunFolder(path)
      try train(folder, to: 32)
      try FileManager.default.removeItem(atPath: "\(path)/lock")
      let before = try FileManager.default.subpathsOfDirectory(atPath: path)
      _ = try folder.history()
      let after = try FileManager.default.subpathsOfDirectory(atPath: path)
      #expect(after.sorted() == before.sorted())
    }
  }

  @Test func `the run started last comes first`() throws {
    try inFolder { path in
      #expect(try RunFolder.all(in: path).isEmpty)
      for (name, seconds) in [("b", 30.0), ("c", 10), ("a", 20)] {
        let folder = RunFolder("\(path)/\(name)")
        try train(folder, to: 16)
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1e9 + seconds)],
          ofItemAtPath: "\(folder.path)/config.json"
        )
      }
      try Folder("\(path)/other").create()
      try Data().write(to: URL(filePath: "\(path)/file"))
      let names = try RunFolder.all(in: path).map(\.path)
      #expect(names == ["b", "a", "c"].map { "\(path)/\($0)" })
    }
  }
}
