import Foundation
import Testing
import Training

@Suite struct RunFolderPoliciesTests {
  @Test func `a run remembers the policy of every checkpoint`() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "noughts-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = RunFolder(path)
    #expect(try folder.policies().isEmpty)
    var recipe = REINFORCE.Recipe()
    recipe.hidden = 4
    recipe.games = 64
    let options = RunOptions(
      seed: 1,
      goal: .games,
      method: .reinforce(recipe)
    )
    _ = try folder.create(options, version: "t")
    var run = TrainingRun(options)
    let first = run.policy
    _ = try folder.save(run, version: "t")
    while !run.isDone { _ = try run.advance() }
    let saved = try folder.save(run, version: "t")
    let policies = try folder.policies()
    #expect(policies.map(\.done) == [0, 64])
    #expect(policies.map(\.policy) == [first, run.policy])
    try Data("{".utf8).write(to: URL(filePath: saved))
    #expect(throws: RunFolder.Failure.self) { try folder.policies() }
  }
}
