import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Experiments

@Suite struct FixedRankingTests {
  @Test func `a policy that is a ranking is explained by it`() {
    let first = FixedRanking(of: PolicyTable(of: UniformPolicy.first))
    #expect(first.agreement == 1)
    #expect(first.squares.map(\.index) == Array(0..<9))
    let center = FixedRanking(of: PolicyTable(of: UniformPolicy.center))
    #expect(center.agreement == 1)
    #expect(center.squares.first == Square(4))
  }

  @Test func `perfect play is not`() {
    let perfect = FixedRanking(of: PolicyTable(of: UniformPolicy.perfect))
    #expect(perfect.agreement < 0.8)
  }
}
