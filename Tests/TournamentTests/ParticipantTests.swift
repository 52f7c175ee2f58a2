import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Tournament

@Suite struct ParticipantTests {
  @Test func `networks play greedily, other policies as distributions`() {
    var rng = SeededGenerator(seed: 1)
    let network = Network(sizes: [18, 4, 9], activeInputs: 9, using: &rng)
    let policy = NetworkPolicy(
      name: "n",
      encoding: .planes(),
      network: network
    )
    let participant = Participant("n", TemperedPolicy(policy))
    #expect(participant.isDeterministic)
    #expect(
      participant.exactTable.probabilities.allSatisfy { $0 == 0 || $0 == 1 }
    )
    let random = Participant("random", UniformPolicy.random)
    #expect(!random.isDeterministic)
    #expect(!Participant("perfect", UniformPolicy.perfect).isDeterministic)
    #expect(Participant("first", UniformPolicy.first).isDeterministic)
    #expect(Participant("center", UniformPolicy.center).isDeterministic)
  }

  @Test func `moves are drawn as often as they are likely`() {
    let random = Participant("random", UniformPolicy.random)
    var rng = SeededGenerator(seed: 2)
    var counts = [Int](repeating: 0, count: 9)
    for _ in 0..<9_000 {
      let edge = random.exactTable.edge(
        from: 0,
        isDeterministic: false,
        using: &rng
      )
      counts[edge] += 1
    }
    // Five standard deviations of a count.
    #expect(counts.allSatisfy { abs($0 - 1_000) < 150 }, "\(counts)")
  }
}
