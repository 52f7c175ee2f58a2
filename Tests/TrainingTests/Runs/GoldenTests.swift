import Checkpoints
import Evaluation
import Files
import Foundation
import Players
import TestSupport
import Testing
import Training

// Files of every version of a format, written once and never again: they must
// load forever. The number in a name is the version.
@Suite struct GoldenTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.folder.appending(path: path)))
  }

  @Test(
    arguments: [
      ("network-1", .beatable, 1_595, 52, 602),
      ("raw-1", .beatable, 1_786, 107, 406),
      ("sigmoid-1", .beatable, 1_595, 52, 602),
      ("table-1", .beatable, 1_769, 72, 458),
      ("unbeatable-1", .unbeatable, 40, 0, 0),
    ] as [(String, Verdict, Int, Int, Int)]
  )
  func `a policy of any version loads and is as good as it was`(
    name: String,
    verdict: Verdict,
    blunders: Int,
    lostAsX: Int,
    lostAsO: Int
  ) throws {
    let file = try PolicyFile(bytes: bytes("policies/\(name).json"))
    let report = PolicyReport(of: TemperedPolicy(file.policy))
    #expect(report.verdict == verdict)
    #expect(report.proof.blunders.count == blunders)
    #expect(report.losingLinesAsX.count == lostAsX)
    #expect(report.losingLinesAsO.count == lostAsO)
  }

  // A change of what is learned changes these; `.ci/golden` records them.
  @Test(arguments: [
    "network-1", "raw-1", "negatives-1", "correction-1", "clone-1",
    "exploiter-1", "gail-1",
  ])
  func `a checkpoint of any version goes on to the same end`(
    name: String
  ) throws {
    var run = try TrainingRun(checkpoint: bytes("checkpoints/\(name).json"))
    #expect(!run.isDone)
    while !run.isDone { _ = try run.advance() }
    let end = run.policyFile(version: "golden").bytes
    let path = "checkpoints/\(name)-end.json"
    if ProcessInfo.processInfo.environment["NOUGHTS_RECORD"] != nil {
      try Data(end).write(to: Self.folder.appending(path: path))
    }
    let recorded = try bytes(path)
    #expect(end == recorded)
  }

  @Test func `no golden file goes untested`() throws {
    let manager = FileManager.default
    for (folder, count) in [("policies", 5), ("checkpoints", 14)] {
      let path = Self.folder.appending(path: folder).path
      let names = try manager.contentsOfDirectory(atPath: path)
      #expect(names.count == count)
    }
  }
}
