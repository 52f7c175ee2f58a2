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
    let workloads = Workloads(
      board: .ticTacToe, processor: Processor(seconds: 0.01), seconds: 0.01
    )
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
        "value by search", "every reply until one wins", "solve every position",
        "whole report", "training by self-play",
      ]
    )
    #expect([128, 256, 512].contains(document["vectorBits"] as? Int))
    #expect((document["processor"] as? String)?.isEmpty == false)
    #expect(document["signature"] as? String != signature)
  }

  // The whole table is for an optimized build: `.ci/bench`.
  @Test func `a row ends with its games, or with its time`() throws {
    var reports: [Int] = []
    let whole = try Scaling(board: .ticTacToe, seconds: 600).row(.games, 40) {
      reports.append($0)
      #expect($1 > 0)
    }
    #expect(reports == [16, 32, 40])
    #expect(whole.games == 40 && !whole.isCut)
    #expect(whole.microsecondsPerGame > 0)
    #expect(whole.microsecondsPerPosition == nil)
    let board = Board(try Rules("4x3:3"))
    let cut = try Scaling(board: board, seconds: 0).row(.hidden, 16)
    #expect(cut.games == 16 && cut.isCut)
    #expect(cut.microsecondsPerPosition.map { $0 > 0 } == true)
  }

  @Test func `a table is not asked for with the signature alone`() throws {
    let run = try runCommand(["bench", "--scaling", "--signature"])
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("--signature"))
  }
}
