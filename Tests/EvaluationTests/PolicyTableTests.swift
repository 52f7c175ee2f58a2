import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

extension PolicyTable {
  // The same policy in every position, each played as its class is.
  fileprivate func expanded(on board: Board) -> PolicyTable {
    let states = board.states
    var edges: [Int] = []
    for number in states.decisions {
      let position = states.positions[number]
      let symmetry = graph.group.canonical(position).symmetry
      let node = graph.node(of: position) ?? -1
      for edge in states.edges(of: number) {
        let move = states.move(along: edge)
        let image = graph.group.image(of: move, under: symmetry)
        edges += graph.edges(of: node).filter { graph.move(along: $0) == image }
      }
    }
    return PolicyTable(
      edges.map { probabilities[$0] },
      logits: logits.map { logits in edges.map { logits[$0] } },
      in: states
    )
  }
}

@Suite struct PolicyTableTests {
  private static let board = Board.ticTacToe

  // A network with no trained weight: it loses, blunders and draws alike.
  private static func network(
    _ seed: UInt64,
    isCanonical: Bool = true
  ) -> NetworkPolicy {
    var rng = SeededGenerator(seed: seed)
    var network = Network(sizes: [18, 128, 9], activeInputs: 9, using: &rng)
    // Biases of 0 would tie all moves of the empty board.
    for bias in network.layers[1].biases {
      network.parameters[bias] = 0.1 * rng.nextUnit()
    }
    return NetworkPolicy(
      name: "n",
      encoding: .planes(isCanonical: isCanonical),
      network: network
    )
  }

  private func expectClose(
    _ lhs: Double,
    _ rhs: Double,
    _ what: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(abs(lhs - rhs) < 1e-12, what, sourceLocation: sourceLocation)
  }

  @Test func `a symmetric policy is judged in 627 nodes, another in 4,520`() {
    func nodes(_ policy: any Policy) -> Int {
      PolicyTable(judging: policy, on: Self.board).graph.decisions.count
    }
    #expect(nodes(Self.network(1)) == 627)
    #expect(nodes(TemperedPolicy(Self.network(1))) == 627)
    #expect(nodes(Self.network(1, isCanonical: false)) == 4_520)
    #expect(nodes(UniformPolicy.first) == 4_520)
    #expect(nodes(UniformPolicy.center) == 4_520)
  }

  @Test func `a tie between classes is judged on the board`() {
    let table = Network(sizes: [627, 9], hasBiases: false)
    let policy = NetworkPolicy(name: "t", encoding: .table, network: table)
    #expect(policy.isSymmetric)
    let judged = PolicyTable(judging: policy, on: Self.board)
    #expect(judged.graph.decisions.count == 4_520)
    // All logits are 0: the lowest square of the board, as `first` plays.
    let first = PolicyTable(of: UniformPolicy.first)
    #expect(
      judged.graph.decisions.allSatisfy {
        judged.greedyMove($0) == first.greedyMove($0)
      }
    )
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `classes and positions give the same figures`(seed: UInt64) throws {
    let classes = PolicyTable(of: Self.network(seed), in: Self.board.classes)
    let states = classes.expanded(on: Self.board)
    #expect(states.graph.decisions.count == 4_520)
    for (few, all) in [(classes, states), (classes.greedy, states.greedy)] {
      let (lhs, rhs) = (
        Proof(of: few, on: Self.board), Proof(of: all, on: Self.board)
      )
      #expect(lhs.verdict == rhs.verdict)
      #expect(lhs.blunders.count == rhs.blunders.count)
      #expect(lhs.blunders.positions == rhs.blunders.positions)
      #expect(lhs.blunders.margin == rhs.blunders.margin)
      expectClose(lhs.blunders.mass, rhs.blunders.mass, "mass")
      for (a, b) in [(lhs.greedy, rhs.greedy), (lhs.sampled, rhs.sampled)] {
        expectClose(a.asX, b.asX, "NashConv as X")
        expectClose(a.asO, b.asO, "NashConv as O")
      }
      for seat in Mark.allCases {
        #expect(
          LosingLines(of: few, in: seat) == LosingLines(of: all, in: seat)
        )
      }
      let (f, g) = (
        Finish(of: few, on: Self.board), Finish(of: all, on: Self.board)
      )
      for path in [\Finish.missedWins, \.slowerWins, \.hastenedLosses] {
        #expect(f[keyPath: path].positions == g[keyPath: path].positions)
        expectClose(
          f[keyPath: path].expected,
          g[keyPath: path].expected,
          "finish"
        )
      }
      let random = [Self.board.classes, Self.board.states].map {
        PolicyTable(of: UniformPolicy.random, in: $0)
      }
      for seat in Mark.allCases {
        let a = ExpectedResult(of: few, in: seat, against: random[0])
        let b = ExpectedResult(of: all, in: seat, against: random[1])
        expectClose(a.win, b.win, "wins")
        expectClose(a.draw, b.draw, "draws")
        expectClose(a.loss, b.loss, "losses")
      }
    }
  }

  @Test func `a network's own rows differ from its class's by rounding`() {
    let policy = Self.network(3)
    let own = PolicyTable(of: policy)
    let classes = PolicyTable(of: policy, in: Self.board.classes)
      .expanded(on: Self.board)
    #expect(own.logits == classes.logits)
    #expect(
      zip(own.probabilities, classes.probabilities).allSatisfy {
        abs($0 - $1) <= 2e-7
      }
    )
  }

  @Test func `results of tables in other nodes cannot be compared`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let board = Board.ticTacToe
      _ = ExpectedResult(
        of: PolicyTable(of: UniformPolicy.random, in: board.classes),
        in: .x,
        against: PolicyTable(of: UniformPolicy.random, in: board.states)
      )
    }
    #expect(result.message.contains("in 765 nodes against one for"))
  }
}
