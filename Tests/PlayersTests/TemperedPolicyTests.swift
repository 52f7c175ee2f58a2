import NeuralNetwork
import Testing
import TicTacToe

@testable import Players

@Suite struct TemperedPolicyTests {
  private func network(_ temperature: Float) -> NetworkPolicy {
    var rng = SeededGenerator(seed: 1)
    var policy = NetworkPolicy(
      name: "n",
      encoding: .planes(),
      network: Network(sizes: [18, 4, 9], activeInputs: 9, using: &rng)
    )
    policy.temperature = temperature
    return policy
  }

  @Test(arguments: ["X../.../...", ".X./O../..X"])
  func `it has the shares that moves are drawn in`(board: String) throws {
    let position = try Position(board)
    var plain = network(0.5)
    let shares = TemperedPolicy(plain).probabilities(in: position)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-5)
    var rng = SeededGenerator(seed: 2)
    var counts = [Int](repeating: 0, count: 9)
    for _ in 0..<10_000 {
      let move = try #require(plain.move(in: position, using: &rng))
      counts[move.index] += 1
    }
    for (share, count) in zip(shares, counts) {
      // Five standard deviations of a count.
      #expect(abs(Float(count) - 10_000 * share) < 250)
    }
  }

  @Test func `temperature 1 is the network's own distribution`() {
    #expect(TemperedPolicy(network(1)).name == "n")
    let position = Position().playing(Square(0))
    let one = TemperedPolicy(network(1)).probabilities(in: position)
    for (p, q) in zip(one, network(1).probabilities(in: position)) {
      #expect(abs(p - q) < 1e-5)
    }
    let cold = TemperedPolicy(network(1e-6)).probabilities(in: position)
    #expect(cold.max() == 1)
    let hot = TemperedPolicy(network(1e6)).probabilities(in: position)
    #expect(hot.count { abs($0 - 1 / 8) < 1e-4 } == 8)
  }

  @Test func `a network that draws nothing is refused`() async {
    await #expect(processExitsWith: .failure) {
      var rng = SeededGenerator(seed: 1)
      let policy = NetworkPolicy(
        name: "n",
        encoding: .planes(),
        network: Network(sizes: [18, 4, 9], activeInputs: 9, using: &rng)
      )
      _ = TemperedPolicy(policy)
    }
  }
}
