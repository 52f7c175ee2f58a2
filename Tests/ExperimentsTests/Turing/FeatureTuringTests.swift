import Evaluation
import Experiments
import Players
import TestSupport
import Testing
import Training

@Suite struct FeatureTuringTests {
  @Test func `it comes to the weights of cloning`() {
    let player = FeaturePolicy(name: "p", weights: [2, 1.5, 1, -1, 0.5, 0.25])
    let watched = Demonstrations(
      of: PolicyTable(of: player),
      games: 30,
      seed: 2
    )
    let cloned = FeaturePolicy(cloning: watched).weights
    let inferred = FeaturePolicy(passingFor: watched).weights
    for (weight, other) in zip(inferred, cloned) {
      #expect(abs(weight - other) < 0.1, "\(inferred), \(cloned)")
    }
    // As measured, the penalty included: without it one ends .018 away.
    let measured: [Float] = [
      1.936_110, 1.437_761, 0.569_380, -1.442_913, 0.914_485, 0.606_944,
    ]
    for (weight, other) in zip(inferred, measured) {
      #expect(abs(weight - other) < 1e-3, "\(inferred)")
    }
  }

  @Test func `nothing seen traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = FeaturePolicy(passingFor: Demonstrations())
    }
    #expect(result.message.contains("inferring what was never seen"))
  }
}
