import Evaluation
import Experiments
import Players
import TestSupport
import Testing
import Training

@Suite struct FeatureImitationTests {
  @Test func `the weights of a player are found in its games`() {
    let weights: [Float] = [2, 1.5, 1, -1, 0.5, 0.25]
    let player = FeaturePolicy(name: "player", weights: weights)
    let watched = Demonstrations(
      of: PolicyTable(of: player),
      games: 4000,
      seed: 2
    )
    let found = FeatureImitation(of: watched).policy.weights
    for (weight, truth) in zip(found, weights) {
      #expect(abs(weight - truth) < 0.15, "\(found)")
    }
  }

  @Test func `whoever plays at random weighs nothing`() {
    let watched = Demonstrations(
      of: PolicyTable(of: UniformPolicy.random),
      games: 4000,
      seed: 2
    )
    let found = FeatureImitation(of: watched).policy.weights
    #expect(found.allSatisfy { abs($0) < 0.1 }, "\(found)")
  }

  @Test func `nothing seen traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = FeatureImitation(of: Demonstrations())
    }
    #expect(result.message.contains("cloning what was never seen"))
  }
}
