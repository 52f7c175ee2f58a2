import NeuralNetwork
import Testing

// Two places, A and B, and a hunger h of 0 or 1: at hunger 0 going to A is
// rewarded, at hunger 1 going to B. One logit z = wh + b, p(B) = σ(z).
@Suite struct HungerTests {
  private struct Learner {
    var network = Network(sizes: [1, 1])
    var optimizer: any Optimizer = SGD(learningRate: 0.5)

    func choice(_ hunger: Int) -> (Categorical, Batch) {
      var batch = Batch()
      batch.append(hunger == 1 ? [0] : [])
      network.evaluate(&batch)
      let logits = [0] + batch.outputs(ofRow: 0)
      return (Categorical(logits: logits, legal: 0b11), batch)
    }

    func probabilityOfB(_ hunger: Int) -> Float {
      choice(hunger).0.probabilities[1]
    }

    mutating func learn(_ hunger: Int, place: Int, reward: Float) {
      let (policy, batch) = choice(hunger)
      let loss = Loss.policyGradient(
        of: policy,
        action: place,
        advantage: reward
      )
      var gradient: [Float] = [0, 0]
      network.backpropagate(
        [loss.gradient[1]],
        through: batch,
        into: &gradient
      )
      network.step(against: gradient, by: &optimizer)
    }
  }

  private func reward(_ hunger: Int, _ place: Int) -> Float {
    hunger == place ? 1 : -1
  }

  @Test func `the reward's sign corrects the derivative, over 100 seeds`() {
    var slowest = 0
    for seed in 1...100 as ClosedRange<UInt64> {
      var rng = XorShift(state: seed &* 0x9e37_79b9_7f4a_7c15)
      var learner = Learner()
      var reached: Int?
      for step in 1...500 {
        let hunger = rng.next(below: 2)
        let place = learner.choice(hunger).0.sample(using: &rng)
        let before = learner.probabilityOfB(hunger)
        learner.learn(hunger, place: place, reward: reward(hunger, place))
        let after = learner.probabilityOfB(hunger)
        #expect(hunger == 1 ? after > before : after < before)
        let isLearned =
          learner.probabilityOfB(0) < 0.05 && learner.probabilityOfB(1) > 0.95
        if isLearned { reached = reached ?? step }
      }
      #expect(learner.probabilityOfB(0) < 0.05)
      #expect(learner.probabilityOfB(1) > 0.95)
      slowest = max(slowest, reached ?? .max)
    }
    #expect(slowest <= 244, "slowest: \(slowest)")
  }

  @Test func `if every place is rewarded, it does not learn`() {
    var learned = 0
    for seed in 1...100 as ClosedRange<UInt64> {
      var rng = XorShift(state: seed &* 0x9e37_79b9_7f4a_7c15)
      var learner = Learner()
      for _ in 0..<500 {
        let hunger = rng.next(below: 2)
        let place = learner.choice(hunger).0.sample(using: &rng)
        learner.learn(hunger, place: place, reward: 1)
      }
      let isLearned =
        learner.probabilityOfB(0) < 0.05 && learner.probabilityOfB(1) > 0.95
      learned += isLearned ? 1 : 0
    }
    #expect(learned == 0, "\(learned) of 100 learned it")
  }

  @Test(arguments: [(0, 0.5), (1, -0.5)] as [(Int, Float)])
  func `the expected step is the gradient of the expected reward`(
    hunger: Int,
    expected: Float
  ) {
    let (policy, _) = Learner().choice(hunger)
    func mean(_ value: (Int) -> Float) -> Float {
      (0...1).reduce(0) { $0 + policy.probabilities[$1] * value($1) }
    }
    let d = mean { place in
      Loss.policyGradient(
        of: policy,
        action: place,
        advantage: reward(hunger, place)
      ).gradient[1]
    }
    func expectedReward(_ b: Float) -> Float {
      let p = Categorical(logits: [0, b], legal: 0b11).probabilities
      return p[0] * reward(hunger, 0) + p[1] * reward(hunger, 1)
    }
    let slope = (expectedReward(0x1p-6) - expectedReward(-0x1p-6)) / 0x1p-5
    #expect(abs(d - expected) < 1e-6)
    #expect(abs(d + slope) < 1e-3)
  }
}
