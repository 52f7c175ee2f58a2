import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Experiments

@Suite struct AccuracyTests {
  @Test func `perfect play is right wherever a move can be bad`() {
    let accuracy = Accuracy(of: PolicyTable(of: UniformPolicy.perfect))
    #expect(accuracy.overall == 1 && accuracy.heldOut == 1)
    #expect(accuracy.shown == nil, "nothing was shown")
  }

  @Test func `it is a share of the 3,191 critical positions`() {
    let solution = Board.ticTacToe.solution
    let space = solution.graph
    let table = PolicyTable(of: UniformPolicy.first)
    var (right, critical) = (0, 0)
    for number in space.decisions {
      // What each move leaves to the mover.
      let values = space.edges(of: number).map {
        -solution.values[Int(space.successors[$0])]
      }
      guard Set(values).count > 1 else { continue }
      critical += 1
      // Its greedy move is the first legal one.
      if values.first == values.max() { right += 1 }
    }
    #expect(critical == 3191)
    #expect(Accuracy(of: table).overall == Double(right) / 3191)
  }

  @Test func `shown and held out together are all`() throws {
    let table = PolicyTable(of: UniformPolicy.center)
    // An answer to the centre, which the policy gives right.
    let shown: Set = [Position().playing(Square(4))]
    let accuracy = Accuracy(of: table, shown: shown)
    #expect(accuracy.shown == 1)
    let heldOut = try #require(accuracy.heldOut)
    #expect(heldOut < accuracy.overall && accuracy.overall < 0.8)
    // One class of one critical position.
    #expect(abs(heldOut * 3190 + 1 - accuracy.overall * 3191) < 1e-6)
    #expect(accuracy.overall == Accuracy(of: table).overall)
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
