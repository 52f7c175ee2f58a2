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

  private func network(_ seed: UInt64) -> NetworkPolicy {
    var rng = SplitMix64(state: seed)
    var network = Network(sizes: [18, 8, 9])
    network.parameters = rng.uniform(1, count: network.parameters.count)
    return NetworkPolicy(name: "t", encoding: .planes(), network: network)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `what a policy newly misplays is what its change broke`(seed: UInt64) {
    let board = Board.ticTacToe
    let (old, new) = (network(seed), network(seed + 10))
    let broken = Comparison(
      of: PolicyTable(of: old), with: PolicyTable(of: new)
    ).broken.count
    #expect(broken > 0)
    let graphs = [board.states, board.classes]
    for (ofNew, ofOld) in graphs.flatMap({ a in graphs.map { (a, $0) } }) {
      let count = Blunders.count(
        of: PolicyTable(of: new, in: ofNew),
        notOf: PolicyTable(of: old, in: ofOld), on: board
      )
      #expect(count == broken, "\(ofNew.nodeCount) and \(ofOld.nodeCount)")
    }
  }

  // In classes is known what the network plays in every image, in positions
  // what the other plays.
  @Test func `what it newly misplays may not be alike in all images`() {
    let (first, board) = (PolicyTable(of: UniformPolicy.first), Board.ticTacToe)
    let all = PolicyTable(of: network(1))
    let classes = PolicyTable(of: network(1), in: board.classes)
    #expect(
      Blunders.count(of: classes, notOf: first, on: board)
        == Comparison(of: first, with: all).broken.count
    )
    #expect(
      Blunders.count(of: first, notOf: classes, on: board)
        == Comparison(of: all, with: first).broken.count
    )
  }

  @Test func `a policy newly misplays nothing compared with itself`() {
    let (first, center) = (
      PolicyTable(of: UniformPolicy.first),
      PolicyTable(of: UniformPolicy.center)
    )
    func count(_ new: PolicyTable, _ old: PolicyTable) -> Int {
      Blunders.count(of: new, notOf: old, on: .ticTacToe)
    }
    #expect(count(first, first) == 0)
    #expect(
      count(first, center)
        == Comparison(of: center, with: first).broken.count
    )
  }
}
