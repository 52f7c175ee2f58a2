import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct SearchReportTests {
  @Test func `a player that fills the lowest square is refuted on 5×5`() throws
  {
    let board = Board(try Rules("5x5"))
    let report = SearchReport(
      of: UniformPolicy.first, on: board, samples: 20, seed: 1
    )
    #expect(report.proof.gameValue == 0 && report.proof.verdict == .beatable)
    #expect(report.isDeterministic)
    let refutation = try #require(report.proof.refutation)
    #expect(refutation.moves.count == 9)
    #expect(report.samples.count == 20)
    #expect(report.samples.blunders + report.samples.undecided <= 20)
  }

  @Test func `on a won board the player in O has nothing to prove`() throws {
    let board = Board(try Rules("5x4:3"))
    let report = SearchReport(
      of: UniformPolicy(.perfect, on: board), on: board, samples: 5, seed: 1,
      budget: .init(evaluations: 200)
    )
    #expect(report.proof.gameValue == 1 && report.proof.asO == nil)
    #expect(report.samples.blunders == 0)
    #expect(report.proof.verdict != .beatable)
  }
}
