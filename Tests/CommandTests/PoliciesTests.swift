import Checkpoints
import Command
import Evaluation
import Files
import Foundation
import Numbers
import Players
import TestSupport
import Testing

// `Policies/` and what its README says of it.
@Suite struct PoliciesTests {
  static let folder = goldenFolder.deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Policies")

  private static var names: [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.path
    )
    return (names ?? []).filter { $0.hasSuffix(".json") }.sorted()
  }

  // Those of 3×3. `.ci/policies` proves the others in a release build.
  private static var small: [String] {
    names.filter { !$0.contains("-4x4") && !$0.contains("-5x5") }
  }

  private func path(_ name: String) -> String {
    PoliciesTests.folder.appending(path: name).path
  }

  private func readme() throws -> [Substring] {
    try String(contentsOfFile: path("README.md"), encoding: .utf8)
      .split(separator: "\n")
  }

  @Test func `there are the policies that the README promises`() {
    #expect(
      PoliciesTests.names == [
        "champion-4x4.json", "champion-5x5.json", "champion.json", "easy.json",
        "failed-ascent.json", "medium.json", "refuted-4x4.json",
        "taught-by-bad-moves.json",
      ]
    )
  }

  // `.ci/policies` makes each file again by its command, in a release build.
  @Test(arguments: PoliciesTests.names)
  func `the README names the command of a policy`(name: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: path(name))))
    let provenance = try #require(PolicyFile(bytes: bytes).provenance)
    let lines = try readme()
    #expect(lines.contains { $0.contains("| `\(provenance.command)` |") })
    #expect(provenance.command.hasPrefix("noughts train "))
  }

  @Test(arguments: PoliciesTests.small)
  func `a policy is as strong as the README says`(name: String) throws {
    let report = PolicyReport(
      of: TemperedPolicy(try PolicyFile.read(path(name)).policy)
    )
    let lines = try readme()
    let row = row(name.replacing(".json", with: ""), report)
    #expect(lines.contains { $0 == row }, "expected in README.md: \(row)")
  }

  @Test(arguments: PoliciesTests.small)
  func `a policy is known by its name`(name: String) throws {
    let root = PoliciesTests.folder.deletingLastPathComponent().path
    let short = name.replacing(".json", with: "")
    let result = try RunningCommand(
      [
        "-c", "cd \"$0\" && \"$1\" evaluate \"$2\"", root, builtCommand(),
        short,
      ],
      of: "/bin/bash"
    ).finish()
    #expect(result.exitCode == 0)
    #expect(result.output.hasPrefix("verdict "))
  }

  private func row(_ name: String, _ report: PolicyReport) -> String {
    let proof = report.proof
    func figure(_ number: Double) -> String {
      NumberFormat.decimal(number, places: 4)
    }
    func cells(_ seats: PolicyReport.BothSeats) -> [String] {
      [seats.asX, seats.asO].map { result in
        [result.win, result.draw, result.loss]
          .map { NumberFormat.decimal(100 * $0, places: 1) }.joined(
            separator: " / "
          )
      }
    }
    let all =
      [
        "`\(name)`", report.verdict.rawValue,
        "\(figure(proof.greedy.nashConv)) · \(figure(proof.sampled.nashConv))",
        NumberFormat.grouped(proof.blunders.count),
      ] + cells(report.againstRandom) + cells(report.againstPerfect)
    return "| " + all.joined(separator: " | ") + " |"
  }
}
