import Evaluation
import NeuralNetwork
import Players
import Testing
import TicTacToe

@testable import Experiments

@Suite struct JudgementTests {
  @Test func `perfect play is right wherever a move can be bad`() {
    let judgement = Judgement(of: PolicyTable(of: UniformPolicy.perfect))
    #expect(judgement.accuracy == 1 && judgement.heldOut == 1)
    #expect(judgement.shown == nil, "nothing was shown")
    #expect(judgement.proof.verdict == .perfect)
  }

  @Test func `shown and held out together are all`() throws {
    let table = PolicyTable(of: UniformPolicy.center)
    // An answer to the centre, which the policy gives right.
    let shown: Set = [Position().playing(Square(4))]
    let judgement = Judgement(of: table, shown: shown)
    #expect(judgement.shown == 1)
    let heldOut = try #require(judgement.heldOut)
    #expect(heldOut < judgement.accuracy && judgement.accuracy < 0.8)
    #expect(judgement.accuracy == Judgement(of: table).accuracy)
  }

  @Test func `the largest logit is that of any board and square`() {
    var network = Network(sizes: [18, 9])
    // Only a bias, and of a square that is often taken.
    network.parameters[network.parameters.count - 5] = -7
    let policy = NetworkPolicy(
      name: "n",
      encoding: .planes(),
      network: network
    )
    #expect(policy.largestLogit == 7)
  }
}
