import Evaluation
import Players
import Testing
import TicTacToe

@Suite struct BestResponseTests {
  // The replies of a best response as a player of its own.
  private struct Replies: Policy {
    let name = "replies"
    let edges: [Int32]

    func probabilities(in position: Position) -> [Float] {
      let space = StateSpace.ticTacToe
      var result = [Float](repeating: 0, count: 9)
      if let number = space.number(of: position) {
        result[space.move(along: Int(edges[number])).index] = 1
      }
      return result
    }
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
