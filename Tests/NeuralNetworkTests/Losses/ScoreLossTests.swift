import NeuralNetwork
import TestSupport
import Testing

@Suite struct ScoreLossTests {
  private static let scores: [Float] = [-60, -5, -0.7, 0, 0.3, 4, 60]

  private static func logSigmoid(_ s: Double) -> Double {
    min(s, 0) - logarithm(1 + exponential(-abs(s)))
  }

  private func expect(
    _ loss: (Float) -> ScoreLoss,
    is function: (Double) -> Double
  ) {
    for score in ScoreLossTests.scores {
      let slope = centralDifferences(
        of: { function($0[0]) },
        at: [Double(score)]
      )[0]
      let loss = loss(score)
      let value = function(Double(score))
      #expect(abs(Double(loss.value) - value) < 1e-5 * max(1, abs(value)))
      #expect(abs(Double(loss.slope) - slope) < 1e-5)
    }
  }

  @Test(arguments: [0, 0.1, 0.5, 0.9, 1] as [Float])
  func `the logistic loss has its derivative for a slope`(label: Float) {
    let y = Double(label)
    expect({ .logistic($0, label: label) }) { s in
      -y * ScoreLossTests.logSigmoid(s)
        - (1 - y) * ScoreLossTests.logSigmoid(-s)
    }
  }

  @Test func `so have the losses of the forger`() {
    expect({ .nonSaturating($0) }) { -ScoreLossTests.logSigmoid($0) }
    expect({ .saturating($0) }) { ScoreLossTests.logSigmoid(-$0) }
  }

  @Test func `only one of them teaches what is seen through`() {
    #expect(ScoreLoss.nonSaturating(-20).slope < -0.99)
    #expect(abs(ScoreLoss.saturating(-20).slope) < 1e-6)
    #expect(ScoreLoss.nonSaturating(0).slope == ScoreLoss.saturating(0).slope)
  }

  @Test func `a label that is no share traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = ScoreLoss.logistic(0, label: 1.1)
    }
    #expect(result.message.contains("a label of 1.1"))
  }
}
