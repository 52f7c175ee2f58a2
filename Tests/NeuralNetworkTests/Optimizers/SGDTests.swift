import NeuralNetwork
import TestSupport
import Testing

@Suite struct SGDTests {
  @Test(arguments: 1...5)
  func `100 steps are θ − η g`(seed: UInt64) {
    var rng = SplitMix64(state: seed)
    var parameters = rng.uniform(1, count: 20)
    var expected = parameters.map(Double.init)
    var sgd = SGD(learningRate: 0.1)
    for step in 1...100 {
      let gradient = rng.uniform(1, count: 20)
      sgd.learningRate = 0.1 / Float(step)
      var span = parameters.mutableSpan
      sgd.update(&span, against: gradient.span)
      for i in expected.indices {
        expected[i] -= 0.1 / Double(step) * Double(gradient[i])
      }
    }
    #expect(largestError(parameters, expected) < 1e-5)
  }

  @Test func `gradients of another count trap`() async {
    await #expect(processExitsWith: .failure) {
      var sgd = SGD(learningRate: 1)
      var parameters: [Float] = [0]
      let gradient: [Float] = [0, 0]
      var span = parameters.mutableSpan
      sgd.update(&span, against: gradient.span)
    }
    await #expect(processExitsWith: .failure) {
      var sgd = SGD(learningRate: 1)
      var parameters: [Float] = [0, 0]
      let gradient: [Float] = [0]
      var span = parameters.mutableSpan
      sgd.update(&span, against: gradient.span)
    }
  }
}
