import Players
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

  @Test func `no probability beyond 0…1`() async {
    await #expect(processExitsWith: .failure) {
      _ = MixedPolicy(
        name: "mixed",
        base: UniformPolicy.random,
        randomness: 1.5
      )
    }
  }
}
