import NeuralNetwork
import Testing

// The least thing there is to learn: where to go, by one bit of hunger. At
// hunger 0 the right place is A, at hunger 1 it is B.
private struct Hunger {
  var network = Network(sizes: [1, 1])
  var optimizer = SGD(learningRate: 0.5)

  func batch(_ hunger: Int) -> Batch {
    var batch = Batch()
    batch.append(hunger == 1 ? [0] : [])
    network.evaluate(&batch)
    return batch
  }

  // p(A), p(B) by the logits 0, z.
  func policy(_ hunger: Int) -> Categorical {
    let z = batch(hunger).outputs(ofRow: 0).first ?? .nan
    return Categorical(logits: [0, z], legal: 0b11)
  }

  func p(_ place: Int, _ hunger: Int) -> Float {
    policy(hunger).probabilities[place]
  }

  var isLearned: Bool { p(1, 0) < 0.05 && p(1, 1) > 0.95 }

  // The gradient by w and b after a place was drawn.
  func gradient(_ hunger: Int, place: Int, reward: Float) -> [Float] {
    let loss = Loss.policyGradient(
      of: policy(hunger),
      action: place,
      advantage: reward
    )
    var gradient = [Float](
      repeating: 0,
      count: network.parameters.count
    )
    network.backpropagate(
      [loss.gradient[1]],
      through: batch(hunger),
      into: &gradient
    )
    return gradient
  }

  mutating func learn(_ hunger: Int, place: Int, reward: Float) {
    let gradient = gradient(hunger, place: place, reward: reward)
    var parameters = network.parameters
    var span = parameters.mutableSpan
    optimizer.update(&span, against: gradient.span)
    network.parameters = parameters
  }

  // Steps that went the right way, and the first step after which all was
  // learned.
  mutating func train(
    seed: UInt64,
    steps: Int = 500,
    reward: (_ hunger: Int, _ place: Int) -> Float
  ) -> (right: Int, first: Int?) {
    var rng = SeededGenerator(state: seed)
    var right = 0
    var first: Int?
    for step in 1...steps {
      let hunger = rng.next(below: 2)
      let place = policy(hunger).sample(using: &rng)
      let before = p(hunger, hunger)
      learn(hunger, place: place, reward: reward(hunger, place))
      if p(hunger, hunger) > before { right += 1 }
      if first == nil, isLearned { first = step }
    }
    return (right, first)
  }
}

private func fairReward(_ hunger: Int, _ place: Int) -> Float {
  hunger == place ? 1 : -1
}

@Suite struct HungerTests {
  @Test func `100 seeds learn it, every step the right way`() {
    var slowest = 0
    for seed in 1...100 {
      var hunger = Hunger()
      let result = hunger.train(seed: UInt64(seed), reward: fairReward)
      #expect(result.right == 500, "seed \(seed)")
      #expect(hunger.p(1, 0) < 0.05, "seed \(seed)")
      #expect(hunger.p(1, 1) > 0.95, "seed \(seed)")
      slowest = max(slowest, result.first ?? .max)
    }
    #expect(slowest <= 244)
  }

  @Test func `whichever place is drawn, the right one becomes likelier`() {
    var rng = SeededGenerator(state: 5)
    for _ in 0..<200 {
      var start = Hunger()
      start.network.parameters = rng.uniform(3, count: 2)
      for hunger in 0...1 {
        for place in 0...1 {
          var after = start
          let reward = fairReward(hunger, place)
          after.learn(hunger, place: place, reward: reward)
          #expect(after.p(hunger, hunger) > start.p(hunger, hunger))
        }
      }
    }
  }

  @Test func `rewarded for everything, it does not learn`() {
    var learned = 0
    for seed in 1...100 {
      var hunger = Hunger()
      let result = hunger.train(seed: UInt64(seed)) { _, _ in 1 }
      #expect(result.right < 500, "seed \(seed)")
      if hunger.isLearned { learned += 1 }
    }
    #expect(learned <= 5, "chance may divide the places rightly")
  }

  @Test func `the expected gradient is −dJ/db`() {
    var rng = SeededGenerator(state: 9)
    for trial in 0..<50 {
      var start = Hunger()
      if trial > 0 { start.network.parameters = rng.uniform(2, count: 2) }
      let point = start.network.parameters.map(Double.init)
      for hunger in 0...1 {
        let slopes = centralDifferences(
          of: { parameters in
            let z = parameters[0] * Double(hunger) + parameters[1]
            let p = softmax([0, z], legal: 0b11)
            return p[hunger] - p[1 - hunger]
          },
          at: point
        )
        var expected: [Float] = [0, 0]
        for place in 0...1 {
          let gradient = start.gradient(
            hunger,
            place: place,
            reward: fairReward(hunger, place)
          )
          for i in 0...1 {
            expected[i] += start.p(place, hunger) * gradient[i]
          }
        }
        #expect(largestError(expected, slopes.map { -$0 }) < 1e-6)
        if trial == 0 { #expect(expected[1] == (hunger == 1 ? -0.5 : 0.5)) }
      }
    }
  }
}
