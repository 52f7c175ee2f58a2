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
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var sgd = SGD(learningRate: 1)
      var parameters: [Float] = [0]
      let gradient: [Float] = [0, 0]
      var span = parameters.mutableSpan
      sgd.update(&span, against: gradient.span)
    }
    #expect(result.message.contains("2 gradients for 1 parameters"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var sgd = SGD(learningRate: 1)
      var parameters: [Float] = [0, 0]
      let gradient: [Float] = [0]
      var span = parameters.mutableSpan
      sgd.update(&span, against: gradient.span)
    }
    #expect(result.message.contains("1 gradients for 2 parameters"))
  }
}

@Suite struct AdamTests {
  @Test(arguments: 1...5)
  func `100 steps are those of algorithm 1`(seed: UInt64) {
    var rng = SplitMix64(state: seed)
    var parameters = rng.uniform(1, count: 20)
    var expected = parameters.map(Double.init)
    var adam = Adam(learningRate: 0.01, parameterCount: 20)
    var m = [Double](repeating: 0, count: 20)
    var v = m
    var (meanPower, squarePower) = (1.0, 1.0)
    for step in 1...100 {
      var gradient = rng.uniform(2, count: 20)
      gradient[0] = 0
      gradient[1] *= 1e-4
      gradient[2] *= 1e4
      adam.learningRate = step <= 50 ? 0.01 : 0.005
      var span = parameters.mutableSpan
      adam.update(&span, against: gradient.span)

      meanPower *= 0.9
      squarePower *= 0.999
      for i in m.indices {
        let g = Double(gradient[i])
        m[i] = 0.9 * m[i] + 0.1 * g
        v[i] = 0.999 * v[i] + 0.001 * g * g
        let mean = m[i] / (1 - meanPower)
        let square = v[i] / (1 - squarePower)
        expected[i] -=
          Double(adam.learningRate) * mean / (square.squareRoot() + 1e-8)
      }
      #expect(adam.steps == step)
    }
    #expect(largestError(parameters, expected) < 2e-5)
    #expect(largestError(Array(adam.means[3...]), Array(m[3...])) < 1e-5)
    #expect(largestError(Array(adam.squares[3...]), Array(v[3...])) < 1e-5)
  }

  @Test func `a first step goes as far as the learning rate`() {
    var adam = Adam(learningRate: 0.25, parameterCount: 3)
    var parameters: [Float] = [1, 1, 1]
    let gradient: [Float] = [0.001, -1_000, 0]
    var span = parameters.mutableSpan
    adam.update(&span, against: gradient.span)
    #expect(largestError(parameters, [0.75, 1.25, 1]) < 1e-5)
    #expect(parameters[2] == 1)
  }

  @Test func `a saved state continues bit for bit`() {
    var rng = SplitMix64(state: 7)
    var parameters = rng.uniform(1, count: 9)
    var adam = Adam(learningRate: 0.01, parameterCount: 9)
    for _ in 0..<20 {
      let gradient = rng.uniform(1, count: 9)
      var span = parameters.mutableSpan
      adam.update(&span, against: gradient.span)
    }
    var copy = Adam(
      learningRate: adam.learningRate,
      steps: adam.steps,
      means: adam.means,
      squares: adam.squares
    )
    #expect(copy == adam)
    var other = parameters
    for _ in 0..<20 {
      let gradient = rng.uniform(1, count: 9)
      var span = parameters.mutableSpan
      adam.update(&span, against: gradient.span)
      var otherSpan = other.mutableSpan
      copy.update(&otherSpan, against: gradient.span)
    }
    #expect(copy == adam)
    #expect(other == parameters)
  }

  @Test func `moments that decay end at 0, never below the least normal`() {
    var adam = Adam(
      learningRate: 0.01, steps: 1_000, means: [1e-30, -1e-37],
      squares: [1.2e-38, 1e-37]
    )
    var parameters: [Float] = [1, 1]
    let none: [Float] = [0, 0]
    for _ in 0..<3_000 {
      var span = parameters.mutableSpan
      adam.update(&span, against: none.span)
      let moments = adam.means + adam.squares
      #expect(moments.allSatisfy { !$0.isSubnormal })
    }
    #expect(adam.means == none && adam.squares == none)
    #expect(parameters.allSatisfy { $0.isFinite })
  }

  @Test func `ε is corrected like the mean square it bounds`() {
    // With m = (1 − β₁) g and v = (1 − β₂) g² the step is α g / (|g| + ε).
    for g in [1e-8, 1e-7, 3e-9] as [Float] {
      var adam = Adam(learningRate: 1, parameterCount: 1)
      var parameters: [Float] = [0]
      var span = parameters.mutableSpan
      let gradient = [g]
      adam.update(&span, against: gradient.span)
      let step = Double(g) / (Double(g) + 1e-8)
      #expect(largestError(parameters, [-step]) < 1e-4)
    }
  }

  @Test func `many steps later the corrections have vanished`() {
    var adam = Adam(
      learningRate: 0.5,
      steps: 1_000_000_000,
      means: [1],
      squares: [4]
    )
    var parameters: [Float] = [0]
    let gradient: [Float] = [1]
    var span = parameters.mutableSpan
    adam.update(&span, against: gradient.span)
    let square = 0.999 * 4 + 0.001
    #expect(largestError(parameters, [-0.5 / square.squareRoot()]) < 1e-6)
  }

  @Test func `other counts trap`() async {
    var result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Adam(learningRate: 1, steps: 1, means: [0], squares: [])
    }
    #expect(result.message.contains("1 means, 0 squares after 1 steps"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Adam(learningRate: 1, steps: -1, means: [], squares: [])
    }
    #expect(result.message.contains("0 means, 0 squares after -1 steps"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var adam = Adam(learningRate: 1, parameterCount: 2)
      var parameters: [Float] = [0, 0]
      let gradient: [Float] = [0]
      var span = parameters.mutableSpan
      adam.update(&span, against: gradient.span)
    }
    #expect(result.message.contains("2 parameters, 1 gradients for 2 moments"))
    result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var adam = Adam(learningRate: 1, parameterCount: 2)
      var parameters: [Float] = [0, 0, 0]
      let gradient: [Float] = [0, 0]
      var span = parameters.mutableSpan
      adam.update(&span, against: gradient.span)
    }
    #expect(result.message.contains("3 parameters, 2 gradients for 2 moments"))
  }
}
