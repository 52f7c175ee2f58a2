import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct MixedPolicyTests {
  @Test func `it lies between its base and random play`() throws {
    let position = try Position("XX./OO./...")
    func share(_ randomness: Float) -> [Float] {
      MixedPolicy(
        name: "mixed",
        base: UniformPolicy.perfect,
        randomness: randomness
      ).probabilities(in: position)
    }
    #expect(share(0) == UniformPolicy.perfect.probabilities(in: position))
    #expect(share(1) == UniformPolicy.random.probabilities(in: position))
    #expect(abs(share(0.5)[8] - 0.6) < 1e-6)
    #expect(share(0.5)[6] == 0, "a stone is there")
    #expect(abs(share(0.3).reduce(0, +) - 1) < 1e-6)
  }

  @Test func `a finished game has no move and no probability`() throws {
    let over = try Position("XXX/OO./...")
    var policy = MixedPolicy(
      name: "mixed",
      base: UniformPolicy.perfect,
      randomness: 0.5
    )
    var rng = SeededGenerator(seed: 1)
    #expect(policy.move(in: over, using: &rng) == nil)
    #expect(policy.probabilities(in: over) == [Float](repeating: 0, count: 9))
  }

  @Test func `no probability beyond 0…1`() async throws {
    let result = try #require(
      await #expect(
        processExitsWith: .failure,
        observing: [\.standardErrorContent]
      ) {
        _ = MixedPolicy(
          name: "mixed",
          base: UniformPolicy.random,
          randomness: 1.5
        )
      }
    )
    let message = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(message.contains("random moves with probability 1.5"))
  }
}
