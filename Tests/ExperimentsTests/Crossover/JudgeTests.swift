import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe
import Training

@testable import Experiments

@Suite struct JudgeTests {
  private let untaught = TemperedPolicy(
    PolicyGradient(
      recipe: .allActions.withoutNegatives, seed: 1, on: .ticTacToe
    ).policy
  )

  @Test func `perfect play is right everywhere`() {
    for judge in [Judge.threeByThree, Judge(of: .ticTacToe, sample: 300)] {
      let shares = judge.shares(of: UniformPolicy.perfect)
      #expect(shares.all == 1 && shares.critical == 1)
    }
  }

  @Test func `all decisions are judged as by the accuracy`() {
    let judge = Judge.threeByThree
    #expect(judge.count == 4520 && judge.criticalCount == 3191)
    let shares = judge.shares(of: untaught)
    let accuracy = Accuracy(of: PolicyTable(of: untaught)).overall
    #expect(abs(shares.critical - accuracy) < 1e-12)
    let wrong = (1 - accuracy) * 3191
    #expect(abs(shares.all - (1 - wrong / 4520)) < 1e-12)
  }

  // Every class of decisions alike, not every position: close to the shares of
  // these.
  @Test func `a sample comes near`() {
    let judge = Judge(of: .ticTacToe, sample: 400)
    let (sample, all) = (
      judge.shares(of: untaught), Judge.threeByThree.shares(of: untaught)
    )
    #expect(abs(sample.all - all.all) < 0.1, "\(sample.all), \(all.all)")
    #expect(sample.all < 0.9 && sample.critical < sample.all)
  }

  @Test func `a sample is the same every time`() {
    let shares = (0..<2).map { _ in
      Judge(of: .ticTacToe, sample: 50).shares(of: untaught).all
    }
    #expect(shares[0] == shares[1])
  }
}
