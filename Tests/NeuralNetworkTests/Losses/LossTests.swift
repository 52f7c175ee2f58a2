import NeuralNetwork
import Testing

@Suite struct LossTests {
  private let legal: UInt64 = 0b1_0111
  private let logits: [Float] = [0.3, -0.7, 1.1, 5, 0.2]

  private func check(_ loss: (Categorical) -> Loss) {
    let gradient = loss(Categorical(logits: logits, legal: legal)).gradient
    for i in logits.indices {
      let step: Float = 0x1p-7
      var (up, down) = (logits, logits)
      up[i] += step
      down[i] -= step
      let difference =
        loss(Categorical(logits: up, legal: legal)).value
        - loss(Categorical(logits: down, legal: legal)).value
      #expect(abs(difference / (2 * step) - gradient[i]) < 2e-4)
    }
    #expect(gradient[3] == 0)
  }

  @Test(arguments: [1, -0.5] as [Float])
  func `policy gradient agrees with differences`(advantage: Float) {
    for action in [0, 1, 2, 4] {
      check { .policyGradient(of: $0, action: action, advantage: advantage) }
    }
  }

  @Test(arguments: [1, -0.5] as [Float])
  func `clipped policy gradient agrees with differences`(advantage: Float) {
    let p = Categorical(logits: logits, legal: legal)
    for shift in [-1, -0.1, 0.1, 1] as [Float] {
      check {
        .clippedPolicyGradient(
          of: $0,
          action: 2,
          advantage: advantage,
          oldLogProbability: p.logProbabilities[2] + shift,
          clip: 0.2
        )
      }
    }
  }

  @Test func `unclipped at ratio 1 is the policy gradient`() {
    let p = Categorical(logits: logits, legal: legal)
    let clipped = Loss.clippedPolicyGradient(
      of: p,
      action: 1,
      advantage: -0.7,
      oldLogProbability: p.logProbabilities[1],
      clip: 0.2
    )
    let plain = Loss.policyGradient(of: p, action: 1, advantage: -0.7)
    #expect(clipped.gradient == plain.gradient)
  }

  @Test func `entropy bonus agrees with differences`() {
    check { .entropyBonus(of: $0, weight: 0.8) }
  }

  @Test func `cross-entropy agrees with differences`() {
    check { .crossEntropy(of: $0, target: [0.5, 0, 0.25, 0, 0.25]) }
    check { .crossEntropy(of: $0, target: [0, 1, 0, 0, 0]) }
  }

  @Test func `an illegal action traps`() async {
    await #expect(processExitsWith: .failure) {
      let p = Categorical(logits: [0, 0, 0], legal: 0b011)
      _ = Loss.policyGradient(of: p, action: 2, advantage: 1)
    }
  }
}
