import NeuralNetwork
import TestSupport
import Testing

@Suite struct LossExpectedReturnTests {
  @Test(arguments: 1...40)
  func `the gradient is that of −Σ p Q`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let values = OutcomeVector(
      sample.rng.uniform(1, count: sample.logits.count)
    )
    let loss = Loss.expectedReturn(of: sample.policy, values: values)
    let outcomes = sample.outcomes
    sample.expect(loss) { p in
      -outcomes.map { p[$0] * Double(values[$0]) }.reduce(0, +)
    }
  }

  @Test(arguments: 1...40)
  func `it is the mean of the policy gradients of all actions`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let policy = sample.policy
    let values = OutcomeVector(
      sample.rng.uniform(1, count: sample.logits.count)
    )
    var mean = [Double](repeating: 0, count: sample.logits.count)
    for action in sample.outcomes {
      let gradient = Loss.policyGradient(
        of: policy,
        action: action,
        advantage: values[action]
      ).gradient
      for i in mean.indices {
        mean[i] += Double(policy.probabilities[action]) * Double(gradient[i])
      }
    }
    let loss = Loss.expectedReturn(of: policy, values: values)
    #expect(largestError(loss.gradient, mean) < 1e-6)
  }

  @Test func `equal values teach nothing, other sizes trap`() async {
    let policy = Categorical(logits: [1, 2, 3], legal: 0b101)
    let loss = Loss.expectedReturn(of: policy, values: [0.5, 0.5, 0.5])
    #expect(loss.gradient.allSatisfy { abs($0) < 1e-7 })
    await #expect(processExitsWith: .failure) {
      let policy = Categorical(logits: [1, 2, 3], legal: 0b101)
      _ = Loss.expectedReturn(of: policy, values: [0, 0])
    }
  }
}
