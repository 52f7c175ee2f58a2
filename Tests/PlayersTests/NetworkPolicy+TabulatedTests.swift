import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct NetworkPolicyTabulatedTests {
  private func policy(
    _ encoding: Encoding,
    head: NetworkPolicy.Head = .softmax
  ) -> NetworkPolicy {
    var rng = SeededGenerator(seed: 1)
    let squares = encoding.rules.squareCount
    var network = Network(
      sizes: [encoding.inputCount, 19, squares],
      activeInputs: 9,
      using: &rng
    )
    network.parameters = network.parameters.map { $0 * 10 }
    return NetworkPolicy(
      name: "test",
      encoding: encoding,
      network: network,
      head: head
    )
  }

  /// Bit for bit.
  private func expectSingles(of policy: NetworkPolicy, in space: StateGraph) {
    let table = policy.tabulated(in: space)
    #expect(table.probabilities.count == space.successors.count)
    #expect(table.logits?.count == space.successors.count)
    // Of many positions every fifth: of all batches, and at all places in one.
    let decisions = Array(space.decisions)
    let step = decisions.count > 1000 ? 5 : 1
    for place in stride(from: 0, to: decisions.count, by: step) {
      let number = decisions[place]
      let position = space.positions[number]
      let p = policy.probabilities(in: position)
      let logits = policy.logits(in: position)
      let edges = space.edges(of: number)
      let squares = edges.map { space.move(along: $0).index }
      #expect(edges.map { table.probabilities[$0] } == squares.map { p[$0] })
      #expect(edges.map { table.logits?[$0] } == squares.map { logits[$0] })
      #expect(abs(p.reduce(0, +) - 1) < 1e-5)
    }
  }

  @Test(arguments: [
    Encoding.planes(), .planes(isCanonical: false), .table,
  ])
  func `a table gives what single positions give`(encoding: Encoding) {
    expectSingles(of: policy(encoding), in: .ticTacToe)
  }

  @Test func `so it does with the historical head`() {
    expectSingles(of: policy(.planes(), head: .sigmoid), in: .ticTacToe)
  }

  @Test func `so it does on another board`() throws {
    let rules = try Rules(columns: 3, rows: 2, inARow: 3)
    expectSingles(of: policy(.planes(rules)), in: StateGraph(of: rules))
  }

  @Test func `logits too far apart trap`() async throws {
    let result = try #require(
      await #expect(
        processExitsWith: .failure,
        observing: [\.standardErrorContent]
      ) {
        var network = Network(sizes: [18, 9])
        network.parameters[network.parameters.count - 1] = .infinity
        let policy = NetworkPolicy(
          name: "far",
          encoding: .planes(),
          network: network
        )
        _ = policy.tabulated(in: .ticTacToe)
      }
    )
    let message = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(message.contains("the legal logits go from 0.0 to inf"))
  }

  @Test func `positions of another board trap`() async throws {
    let result = try #require(
      await #expect(
        processExitsWith: .failure,
        observing: [\.standardErrorContent]
      ) {
        let rules = try Rules(columns: 4, rows: 3, inARow: 3)
        let encoding = Encoding.planes(rules)
        let network = Network(sizes: [24, 12])
        _ = NetworkPolicy(name: "4×3", encoding: encoding, network: network)
          .tabulated(in: .ticTacToe)
      }
    )
    let message = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(message.contains("a policy for "))
  }
}
