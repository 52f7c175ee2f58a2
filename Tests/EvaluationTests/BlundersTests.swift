import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct BlundersTests {
  @Test func `random play puts .4203 of its mass on bad moves`() {
    let blunders = Blunders(of: PolicyTable(of: UniformPolicy.random))
    let solution = Board.ticTacToe.solution
    var mass = 0.0
    for number in solution.graph.decisions {
      let legal = solution.graph.positions[number].legalMoves.count
      let good = solution.optimalMoves[number].count
      mass += Double(legal - good) / Double(legal)
    }
    #expect(abs(blunders.mass - mass / 4520) < 1e-6)
    #expect(abs(blunders.mass - 0.4203) < 5e-5)
    #expect(blunders.positions == 4520)
  }

  @Test func `a margin is positive exactly when nothing is misplayed`() throws {
    let solution = Board.ticTacToe.solution
    let classes = Board.ticTacToe.decisionClasses
    var network = Network(sizes: [627, 9], hasBiases: false)
    for (row, position) in classes.representatives.enumerated() {
      guard let number = solution.graph.node(of: position) else { continue }
      for move in solution.optimalMoves[number].squares(in: .ticTacToe) {
        network.parameters[row * 9 + move.index] = 0.5
      }
    }
    func blunders() -> Blunders {
      let policy = NetworkPolicy(name: "t", encoding: .table, network: network)
      return Blunders(of: PolicyTable(of: policy))
    }
    #expect(blunders().count == 0)
    #expect(blunders().margin == 0.5)
    // X in a corner: every answer but the centre loses.
    let corner = Board.ticTacToe.group.canonical(
      Position().playing(Square(0))
    )
    let row = try #require(classes.row(of: corner.position))
    network.parameters[row * 9 + 4] = -0.25
    #expect(blunders().count == 4)
    #expect(blunders().margin == -0.25)
  }
}
