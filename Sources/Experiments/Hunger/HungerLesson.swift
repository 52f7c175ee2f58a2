package import NeuralNetwork

/// The smallest lesson by reward: where to go, by one bit of hunger. At hunger
/// 0 the right place is A, at hunger 1 it is B.
///
/// The policy is p(B) = σ(w · hunger + b), w = b = 0 at first. A place is drawn
/// from it as if it were the ideal output; the sign of the reward R = ±1 then
/// corrects the derivative, (p(B) − [B was drawn]) · R. Williams (1992).
package struct HungerLesson: Sendable {
  /// The rule of the reward.
  package enum Pay: String, Sendable, CaseIterable {
    /// 1 in the right place, −1 in the other.
    case fair

    /// 1 in either: the control, which teaches nothing.
    case always
  }

  package let pay: Pay

  /// One weight and one bias.
  package var network = Network(sizes: [1, 1])

  private var optimizer: any Optimizer = SGD(learningRate: 0.5)

  package init(pay: Pay) {
    self.pay = pay
  }

  /// p(A), p(B) at hunger 0 or 1: the softmax of the logits 0, w · hunger + b.
  package func policy(hunger: Int) -> Categorical {
    let outputs = batch(hunger).outputs(ofRow: 0)
    return Categorical(logits: [0] + outputs, legal: 0b11)
  }

  /// Whether both right places have a probability above .95.
  package var isLearned: Bool {
    (0...1).allSatisfy { policy(hunger: $0).probabilities[$0] > 0.95 }
  }

  /// The reward for going to a place, 0 for A and 1 for B.
  package func reward(hunger: Int, place: Int) -> Float {
    pay == .always || hunger == place ? 1 : -1
  }

  package func expectedReward(hunger: Int) -> Float {
    let p = policy(hunger: hunger).probabilities
    return (0...1).reduce(0) { $0 + p[$1] * reward(hunger: hunger, place: $1) }
  }

  /// The gradient by w and b after a place was drawn, of shape [2].
  package func gradient(hunger: Int, place: Int) -> [Float] {
    let loss = Loss.policyGradient(
      of: policy(hunger: hunger), action: place,
      advantage: reward(hunger: hunger, place: place)
    )
    return network.parameterGradient(
      of: [loss.gradient[1]], through: batch(hunger)
    )
  }

  /// The expected gradient over both places: −dJ/dw, −dJ/db.
  package func expectedGradient(hunger: Int) -> [Float] {
    let p = policy(hunger: hunger).probabilities
    return zip(
      gradient(hunger: hunger, place: 0), gradient(hunger: hunger, place: 1)
    ).map { p[0] * $0 + p[1] * $1 }
  }

  /// Makes one step against the gradient of a place.
  package mutating func learn(hunger: Int, place: Int) {
    network.step(
      against: gradient(hunger: hunger, place: place), by: &optimizer
    )
  }

  /// Draws a hunger and a place and learns from it.
  ///
  /// - Returns: Whether the right place became likelier.
  package mutating func step(
    using rng: inout some RandomNumberGenerator
  ) -> Bool {
    let hunger = Int(rng.next() >> 63)
    let before = policy(hunger: hunger)
    learn(hunger: hunger, place: before.sample(using: &rng))
    return policy(hunger: hunger).probabilities[hunger]
      > before.probabilities[hunger]
  }

  private func batch(_ hunger: Int) -> Batch {
    var batch = Batch()
    batch.append(hunger == 1 ? [0] : [])
    network.evaluate(&batch)
    return batch
  }
}
