import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct NetworkPolicyTests {
  private let space = Board.ticTacToe.states

  private func policy(
    isCanonical: Bool,
    seed: UInt64 = 1
  ) -> NetworkPolicy {
    var rng = SeededGenerator(seed: seed)
    var network = Network(sizes: [18, 8, 9], activeInputs: 9, using: &rng)
    network.parameters = network.parameters.map { $0 * 10 }
    return NetworkPolicy(
      name: "test",
      encoding: .planes(isCanonical: isCanonical),
      network: network
    )
  }

  @Test func `canonical logits are those of the canonical board`() {
    let canonical = policy(isCanonical: true)
    let plain = policy(isCanonical: false)
    let group = Board.ticTacToe.group
    for number in space.decisions {
      let position = space.positions[number]
      let view = group.canonical(position)
      let logits = canonical.logits(in: position)
      let seen = plain.logits(in: view.position)
      for square in 0..<9 {
        let image = group.image(of: Square(square), under: view.symmetry)
        #expect(logits[square] == seen[image.index])
      }
    }
  }

  @Test func `a table of zeros is uniform and has one row a class`() {
    let encoding = Encoding.table
    #expect(encoding.inputCount == 627)
    let network = Network(sizes: [627, 9], hasBiases: false)
    let table = NetworkPolicy(name: "t", encoding: encoding, network: network)
    let p = table.probabilities(in: Position())
    #expect(p.allSatisfy { abs($0 - 1 / 9) < 1e-6 })
  }

  @Test func `a network that does not fit traps`() async throws {
    let result = try #require(
      await #expect(
        processExitsWith: .failure,
        observing: [\.standardErrorContent]
      ) {
        _ = NetworkPolicy(
          name: "bad",
          encoding: .planes(),
          network: Network(sizes: [17, 9])
        )
      }
    )
    let message = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(message.contains("a network of sizes [17, 9] for 18 inputs"))
  }

  @Test func `a game that is over has no move, for a table either`() throws {
    var rng = SeededGenerator(seed: 1)
    let over = try Position("XXX/OO./...")
    var table = NetworkPolicy(
      name: "table",
      encoding: .table,
      network: Network(sizes: [627, 9], hasBiases: false)
    )
    #expect(table.move(in: over, using: &rng) == nil)
    #expect(table.probabilities(in: over) == [Float](repeating: 0, count: 9))
  }

  @Test(arguments: NetworkPolicy.Head.allCases)
  func `a head's gradient is the central difference`(
    head: NetworkPolicy.Head
  ) {
    let legal: UInt64 = 0b1101
    let target = OutcomeVector([0.5, 0, 0.25, 0.25])
    func loss(_ outputs: [Float]) -> Loss {
      .crossEntropy(of: head.policy(of: outputs, legal: legal), target: target)
    }
    let outputs: [Float] = [0.5, -1, 2, -0.25]
    let gradient = head.gradient(
      byOutputs: outputs,
      of: loss(outputs).gradient
    )
    for i in outputs.indices {
      let values = [-1, 1].map { (side: Float) -> Double in
        var moved = outputs
        moved[i] += side * 0x1p-6
        return Double(loss(moved).value)
      }
      let slope = (values[1] - values[0]) / 0x1p-5
      #expect(abs(Double(gradient[i]) - slope) < 1e-3)
      #expect((abs(gradient[i]) > 0.01) == (legal >> i & 1 == 1))
    }
  }
}
