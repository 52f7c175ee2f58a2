import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct PolicyTests {
  @Test(arguments: UniformPolicy.all.map(\.name))
  func `a table gives what single positions give`(name: String) throws {
    let policy = try #require(UniformPolicy.all.first { $0.name == name })
    let space = Board.ticTacToe.states
    let table = policy.tabulated(in: space)
    #expect(table.logits == nil)
    #expect(table.probabilities.count == space.successors.count)
    for number in space.decisions {
      let p = policy.probabilities(in: space.positions[number])
      for edge in space.edges(of: number) {
        #expect(table.probabilities[edge] == p[space.move(along: edge).index])
      }
    }
  }
}
