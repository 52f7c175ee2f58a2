import Evaluation
import Experiments
import Players
import Testing
import Training

@Suite struct FeatureTuringTests {
  @Test func `it comes to the weights of cloning`() {
    let player = FeaturePolicy(name: "p", weights: [2, 1.5, 1, -1, 0.5, 0.25])
    let watched = Demonstrations(
      of: PolicyTable(of: player),
      games: 100,
      seed: 2
    )
    let cloned = FeatureImitation(of: watched).policy.weights
    let inferred = FeatureTuring(of: watched).policy.weights
    for (weight, other) in zip(inferred, cloned) {
      #expect(abs(weight - other) < 0.1, "\(inferred), \(cloned)")
    }
  }

  @Test func `nothing seen traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = FeatureTuring(of: Demonstrations())
    }
  }
}
