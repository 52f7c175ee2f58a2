import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Tournament

@Suite struct GateTests {
  private let perfect = Participant("perfect", UniformPolicy.perfect)
  private let random = Participant("random", UniformPolicy.random)
  private let center = Participant("center", UniformPolicy.center)
  private let first = Participant("first", UniformPolicy.first)

  @Test func `the better passes, the worse does not`() {
    #expect(Gate(perfect, against: center).rejection == nil)
    #expect(Gate(center, against: perfect).rejection == .losingLines)
    let gate = Gate(random, against: perfect)
    #expect(gate.rejection == .losingLines)
    // All games that O wins, and those that X does.
    #expect(gate.candidate.losingLines == 77_904 + 131_184)
    #expect(gate.champion.losingLines == 0)
  }

  @Test func `where X wins, games lost as O do not count`() throws {
    let board = Board(try Rules("3x2:2"))
    let perfect = Participant(
      "perfect", UniformPolicy(.perfect, on: board), on: board
    )
    let first = Participant("first", UniformPolicy.first, on: board)
    let gate = Gate(perfect, against: first)
    #expect(gate.candidate.losingLines == 0)
    #expect(gate.rejection == nil)
  }

  @Test func `nobody is worse than itself`() {
    for participant in [perfect, random, center, first] {
      let gate = Gate(participant, against: participant)
      #expect(gate.rejection == nil)
      #expect(gate.candidate == gate.champion)
    }
  }

  @Test func `each figure can fail alone`() {
    func gate(_ candidate: (Int, Double, Double)) -> Gate.Rejection? {
      Gate(
        candidate: .init(candidate.0, candidate.1, candidate.2),
        champion: .init(3, 1, 0.5)
      ).rejection
    }
    #expect(gate((3, 1, 0.5)) == nil)
    #expect(gate((4, 0, 1)) == .losingLines)
    #expect(gate((2, 2, 1)) == .nashConv)
    #expect(gate((2, 0, 0.4)) == .score)
    #expect(gate((3, 1 + 5e-7, 0.5 - 5e-7)) == nil)
    #expect(gate((3, 1 + 2e-6, 0.5)) == .nashConv)
    #expect(gate((3, 1, 0.5 - 2e-6)) == .score)
  }
}

extension Gate.Figures {
  fileprivate init(_ losingLines: Int, _ nashConv: Double, _ score: Double) {
    self.init(losingLines: losingLines, nashConv: nashConv, score: score)
  }
}
