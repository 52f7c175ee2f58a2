import NeuralNetwork
import TestSupport
import Testing

@Suite struct LossQuadraticTests {
  @Test(arguments: 1...20)
  func `the gradient is that of ½ Σ (σ(z) − y)²`(seed: UInt64) {
    var sample = LossSample(seed: seed)
    let target = OutcomeVector(
      sample.logits.map { _ in abs(sample.rng.uniform(0.5)) }
    )
    let loss = Loss.quadratic(
      ofLogits: sample.logits,
      target: target,
      over: sample.legal
    )
    let outcomes = sample.outcomes
    let point = sample.logits.map(Double.init)
    let cost = { (z: [Double]) in
      outcomes.map {
        let error = 1 / (1 + exponential(-z[$0])) - Double(target[$0])
        return error * error / 2
      }.reduce(0, +)
    }
    #expect(abs(Double(loss.value) - cost(point)) < 1e-5)
    let slopes = centralDifferences(of: cost, at: point)
    #expect(largestError(loss.gradient, slopes) < 1e-5)
    #expect(
      largestError(loss.scaled(by: -1).gradient, slopes.map { -$0 }) < 1e-5
    )
  }

  @Test func `certain and wrong, it does not learn`() {
    let loss = Loss.quadratic(ofLogits: [20], target: [0], over: 1)
    #expect(loss.value > 0.49 && loss.gradient[0] < 1e-6)
  }

  @Test func `too few targets trap`() async {
    await #expect(processExitsWith: .failure) {
      _ = Loss.quadratic(ofLogits: [0, 0], target: [0], over: 1)
    }
  }
}
