import Evaluation
import Players
import Testing
import TicTacToe

@testable import Tournament

@Suite struct GateTests {
  private let perfect = Entrant("perfect", UniformPolicy.perfect)
  private let random = Entrant("random", UniformPolicy.random)
  private let center = Entrant("center", UniformPolicy.center)
  private let first = Entrant("first", UniformPolicy.first)

  @Test func `the better passes, the worse does not`() {
    #expect(Gate(perfect, against: center).failing == nil)
    #expect(Gate(center, against: perfect).failing == .losingLines)
    #expect(Gate(random, against: perfect).failing == .losingLines)
  }

  @Test func `nobody is worse than itself`() {
    for entrant in [perfect, random, center, first] {
      let gate = Gate(entrant, against: entrant)
      #expect(gate.failing == nil)
      #expect(gate.candidate == gate.champion)
    }
  }

  @Test func `each figure can fail alone`() {
    func gate(_ candidate: (Int, Double, Double)) -> Gate.Failing? {
      Gate(
        candidate: .init(candidate.0, candidate.1, candidate.2),
        champion: .init(3, 1, 0.5)
      ).failing
    }
    #expect(gate((3, 1, 0.5)) == nil)
    #expect(gate((4, 0, 1)) == .losingLines)
    #expect(gate((2, 2, 1)) == .nashConv)
    #expect(gate((2, 0, 0.4)) == .score)
  }
}

extension Gate.Figures {
  fileprivate init(_ losingLines: Int, _ nashConv: Double, _ score: Double) {
    self.init(losingLines: losingLines, nashConv: nashConv, score: score)
  }
}
