import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct RefutationsTests {
  /// Where the policy is to blame, in either seat: its last position not yet
  /// lost in each game that it loses, all games being played to their ends.
  private func blamed(by table: PolicyTable) -> Set<Position> {
    let solution = Board.ticTacToe.solution
    func blamed(_ seat: Mark, _ position: Position, _ last: Position?)
      -> Set<Position>
    {
      if let outcome = position.outcome {
        return outcome.value(for: seat) < 0
          ? Set([last].compactMap(\.self)) : []
      }
      guard position.sideToMove == seat else {
        return position.legalMoves.reduce(into: []) {
          $0.formUnion(blamed(seat, position.playing($1), last))
        }
      }
      guard let node = table.graph.node(of: position) else { return [] }
      let isLost = solution.values[node] < 0
      return blamed(
        seat, position.playing(table.greedyMove(node)), isLost ? last : position
      )
    }
    return blamed(.x, Position(), nil).union(blamed(.o, Position(), nil))
  }

  private func positions(_ table: PolicyTable) -> Set<Position> {
    Set(Refutations(of: table).nodes.map { table.graph.positions[$0] })
  }

  private func network(_ seed: UInt64, isCanonical: Bool) -> NetworkPolicy {
    var rng = SplitMix64(state: seed)
    var network = Network(sizes: [18, 8, 9])
    network.parameters = rng.uniform(1, count: network.parameters.count)
    return NetworkPolicy(
      name: "t", encoding: .planes(isCanonical: isCanonical), network: network
    )
  }

  /// Perfect play with another move, drawn, in a share of the positions.
  private func flawed(_ share: Float, seed: UInt64) -> PolicyTable {
    var rng = SplitMix64(state: seed)
    let perfect = PolicyTable(of: UniformPolicy.perfect)
    let graph = perfect.graph
    var probabilities = [Float](repeating: 0, count: graph.successors.count)
    for node in graph.decisions {
      let isFlawed = Float(rng.next() >> 40) * 0x1p-24 < share
      let other = graph.edges(of: node).randomElement(using: &rng)
      let edge = isFlawed ? other : nil
      probabilities[edge ?? perfect.greedyEdge(node)] = 1
    }
    return PolicyTable(probabilities, logits: nil, in: graph)
  }

  /// That the nodes are those of the games played, and what is true of each.
  private func check(_ table: PolicyTable) {
    let refutations = Refutations(of: table)
    let solution = Board.ticTacToe.solution
    #expect(positions(table) == blamed(by: table))
    #expect(refutations.nodes == Set(refutations.nodes).sorted())
    for node in refutations.nodes {
      let next = table.graph.successor(along: table.greedyEdge(node))
      #expect(solution.values[node] >= 0 && solution.values[next] > 0)
    }
    let isUnbeatable = Proof(of: table).verdict >= .unbeatable
    #expect(refutations.nodes.isEmpty == isUnbeatable)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `they are the moves to blame in the games of a network`(seed: UInt64) {
    let table = PolicyTable(of: network(seed, isCanonical: seed % 2 == 0))
    check(table)
    #expect(!Refutations(of: table).nodes.isEmpty)
  }

  @Test func `they are the moves to blame in the games of fixed policies`() {
    for policy in [UniformPolicy.first, .center, .random] {
      let table = PolicyTable(of: policy)
      check(table)
      #expect(!Refutations(of: table).nodes.isEmpty)
    }
  }

  @Test func `a policy with flaws is refuted exactly if it can be beaten`() {
    let tables = (1...8).map { flawed(0.004, seed: UInt64($0)) }
    for table in tables { check(table) }
    let verdicts = tables.map { Proof(of: $0).verdict }
    #expect(Set(verdicts) == [.beatable, .unbeatable])
  }

  @Test func `perfect play has none`() {
    for graph in [Board.ticTacToe.states, Board.ticTacToe.classes] {
      let table = PolicyTable(of: UniformPolicy.perfect, in: graph)
      #expect(Refutations(of: table).nodes == [])
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `in classes they are the same up to symmetry`(seed: UInt64) {
    let policy = network(seed, isCanonical: true)
    let classes = PolicyTable(of: policy, in: Board.ticTacToe.classes)
    let group = Board.ticTacToe.group
    let expected = blamed(by: PolicyTable(of: policy))
      .map { group.canonical($0).position }
    #expect(positions(classes) == Set(expected))
  }
}
