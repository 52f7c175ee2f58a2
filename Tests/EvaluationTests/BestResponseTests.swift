import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct BestResponseTests {
  // The replies of a best response as a player of its own.
  private struct Replies: Policy {
    let name = "replies"
    let edges: [Int32]

    func probabilities(in position: Position) -> [Float] {
      let space = Board.ticTacToe.states
      var result = [Float](repeating: 0, count: 9)
      if let number = space.node(of: position) {
        result[space.move(along: Int(edges[number])).index] = 1
      }
      return result
    }
  }

  @Test func `of equal replies the lowest square is taken`() {
    let table = PolicyTable(of: UniformPolicy.first)
    let (space, replies) = (table.graph, BestResponse.replies(to: table))
    // The opponent's result after a move, if it goes on by its replies.
    func result(_ number: Int, for side: Mark) -> Int {
      if let outcome = space.outcomes[number] {
        return outcome.value(for: side)
      }
      let moves = space.positions[number].sideToMove == side
      let edge = moves ? Int(replies[number]) : table.greedyEdge(number)
      return result(Int(space.successors[edge]), for: side)
    }
    var ties = 0
    for number in space.decisions {
      let side = space.positions[number].sideToMove
      let edges = space.edges(of: number)
      let results = edges.map { result(Int(space.successors[$0]), for: side) }
      let best = results.max() ?? 0
      let expected = edges.lowerBound + (results.firstIndex(of: best) ?? 0)
      #expect(Int(replies[number]) == expected)
      if results.lastIndex(of: best) != results.firstIndex(of: best) {
        ties += 1
      }
    }
    #expect(ties > 1000)
  }

  @Test(arguments: [UniformPolicy.random, .first, .center, .perfect])
  func `the replies win what the best response wins`(policy: UniformPolicy) {
    let table = PolicyTable(of: policy)
    let best = BestResponse(to: table)
    let replies = PolicyTable(
      of: Replies(edges: BestResponse.replies(to: table))
    )
    for (seat, value) in [(Mark.o, best.asX), (.x, best.asO)] {
      let result = ExpectedResult(of: replies, in: seat, against: table)
      #expect(abs(result.win - result.loss - value) < 1e-6)
    }
  }
}
