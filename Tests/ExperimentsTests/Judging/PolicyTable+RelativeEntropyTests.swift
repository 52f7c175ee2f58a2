import Evaluation
import Foundation
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Experiments

@Suite struct RelativeEntropyTests {
  private let random = PolicyTable(of: UniformPolicy.random)
  private let perfect = PolicyTable(of: UniformPolicy.perfect)

  @Test func `a policy is nothing away from itself`() {
    #expect(random.relativeEntropy(of: random) == 0)
    #expect(perfect.relativeEntropy(of: perfect) == 0)
  }

  // Random play knows nothing: what it lacks is log(legal) less the entropy.
  @Test func `of the first square it is the mean of log legal moves`() {
    let first = PolicyTable(of: UniformPolicy.first)
    // Squares in turn until X has 0, 2, 4, 6: seven moves, 9 to 3 legal.
    let expected = (3...9).reduce(0.0) { $0 + log(Double($1)) } / 7
    #expect(abs(first.relativeEntropy(of: random) - expected) < 1e-6)
  }

  @Test func `it is the mean over the visits of all lines of play`() {
    let mixture = MixedPolicy(
      name: "m",
      base: UniformPolicy.perfect,
      randomness: 0.5
    )
    let model = PolicyTable(of: mixture)
    // The sum to be expected from a node on, and the decisions.
    var known: [Int: (sum: Double, visits: Double)] = [:]
    func total(_ number: Int) -> (sum: Double, visits: Double) {
      if random.graph.outcomes[number] != nil { return (0, 0) }
      if let total = known[number] { return total }
      var result = (
        sum: random.relativeEntropy(of: model, in: number), visits: 1.0
      )
      for edge in random.graph.edges(of: number) {
        let next = total(random.graph.successor(along: edge))
        let p = Double(random.probabilities[edge])
        result.sum += p * next.sum
        result.visits += p * next.visits
      }
      known[number] = result
      return result
    }
    let expected = total(0)
    #expect(expected.visits > 6)
    let mean = expected.sum / expected.visits
    #expect(abs(random.relativeEntropy(of: model) - mean) < 1e-9)
  }

  @Test func `what a model rules out is far away, not without end`() {
    let far = random.relativeEntropy(of: perfect)
    #expect(far > 10 && far < 70)
  }
}
