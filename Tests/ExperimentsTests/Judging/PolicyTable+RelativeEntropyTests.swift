import Evaluation
import Foundation
import Players
import TestSupport
import Testing

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

  @Test func `what a model rules out is far away, not without end`() {
    let far = random.relativeEntropy(of: perfect)
    #expect(far > 10 && far < 70)
  }
}
