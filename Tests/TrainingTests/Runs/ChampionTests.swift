import Checkpoints
import Evaluation
import Foundation
import Testing
import Training

@Suite struct ChampionTests {
  private let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Policies")

  @Test func `the champion's command makes it again, byte for byte`() throws {
    let path = folder.appending(path: "champion.json").path
    let file = try PolicyFile.read(path)
    let provenance = try #require(file.provenance)
    var run = TrainingRun(RunOptions(seed: 1, goal: .nash))
    #expect(run.options.command == provenance.command)
    while !run.isDone { _ = try run.advance() }
    let bytes = run.policyFile(version: provenance.version).bytes
    #expect(bytes == Array(try Data(contentsOf: URL(filePath: path))))
  }

  @Test func `every policy of the folder is as good as it says`() throws {
    let verdicts: [String: Verdict] = ["champion.json": .perfect]
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path
    ).filter { $0.hasSuffix(".json") }
    #expect(Set(names) == Set(verdicts.keys))
    for name in names {
      let file = try PolicyFile.read(folder.appending(path: name).path)
      let report = PolicyReport(of: file.policy)
      #expect(report.proof.verdict == verdicts[name])
      #expect(report.againstPerfect.asX.draw == 1)
      #expect(report.againstPerfect.asO.draw == 1)
    }
  }
}
