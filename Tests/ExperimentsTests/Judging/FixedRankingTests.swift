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

  @Test func `perfect play is not, over the positions with a choice`() {
    let table = PolicyTable(of: UniformPolicy.perfect)
    let perfect = FixedRanking(of: table)
    #expect(perfect.agreement < 0.8)
    var (agreeing, choices) = (0, 0)
    for number in table.graph.decisions {
      let legal = table.graph.edges(of: number).map(table.graph.move)
      guard legal.count > 1 else { continue }
      choices += 1
      let first = perfect.squares.first(where: legal.contains)
      if first == table.greedyMove(number) { agreeing += 1 }
    }
    #expect(choices == 4_298)
    #expect(perfect.agreement == Double(agreeing) / 4_298)
  }
}
