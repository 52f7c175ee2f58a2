import Foundation
import TestSupport
import Testing
import TicTacToe

@testable import Command

@Suite struct BenchTests {
  // What a change of results changes; a commit that means to says so.
  private let signature = "17114d963c927dc9"

  @Test func `the signature is the one on record`() throws {
    let run = try runCommand(["bench", "--signature"])
    #expect(run.exitCode == 0)
    #expect(run.output == "\(signature)\n")
    #expect(run.errors == "")
  }

  // All of them are for an optimized build: `.ci/bench`.
  @Test func `a stage has a rate, and a share of the peak`() {
    let workloads = Workloads(board: .ticTacToe, seconds: 0.01)
    let stage = workloads.withPeak { workloads.dense() }
    #expect(stage.rate > 0)
    #expect(stage.shareOfPeak.map { $0 > 0 && $0.isFinite } == true)
    #expect(workloads.peak().shareOfPeak == nil)
  }

  @Test func `a bigger board has its own stages and its own signature`() throws
  {
    let run = try runCommand(
      ["bench", "--board", "3x2", "--seconds", "0.01", "--json"]
    )
    #expect(run.exitCode == 0, "\(run.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let document = try #require(json as? [String: Any])
    let stages = try #require(document["stages"] as? [[String: Any]])
    #expect(
      stages.compactMap { $0["stage"] as? String } == [
        "value by search", "walk until refuted", "solve every position",
        "whole report", "self-play",
      ]
    )
    #expect(document["signature"] as? String != signature)
  }
}
