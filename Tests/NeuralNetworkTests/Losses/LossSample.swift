import NeuralNetwork
import TestSupport
import Testing

// A random policy over up to 9 outcomes, and the check of a loss on it.
struct LossSample {
  var rng: SplitMix64
  let logits: [Float]
  let legal: UInt64

  init(seed: UInt64) {
    rng = SplitMix64(state: seed)
    let count = Int(rng.next() % 8) + 2
    logits = rng.uniform(3, count: count)
    let mask: UInt64 = (1 << UInt64(count)) - 1
    let drawn = rng.next() & mask
    legal = drawn == 0 ? mask : drawn
  }

  var policy: Categorical { Categorical(logits: logits, legal: legal) }

  var outcomes: [Int] { logits.indices.filter { legal >> $0 & 1 == 1 } }

  mutating func action() -> Int {
    outcomes[Int(rng.next() % UInt64(outcomes.count))]
  }

  // Compares a loss with what it is as a function of the probabilities.
  func expect(
    _ loss: Loss,
    is function: ([Double]) -> Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let point = logits.map(Double.init)
    let value = function(softmax(point, legal: legal))
    let gradient = centralDifferences(
      of: { function(softmax($0, legal: legal)) },
      at: point
    )
    #expect(
      abs(Double(loss.value) - value) < 1e-5,
      sourceLocation: sourceLocation
    )
    #expect(
      largestError(loss.gradient, gradient) < 1e-5,
      sourceLocation: sourceLocation
    )
    for (i, slope) in loss.gradient.enumerated() where legal >> i & 1 == 0 {
      #expect(slope == 0, sourceLocation: sourceLocation)
    }
    #expect(
      abs(loss.gradient.reduce(0, +)) < 1e-5,
      "a constant added to all logits changes nothing",
      sourceLocation: sourceLocation
    )
  }
}
