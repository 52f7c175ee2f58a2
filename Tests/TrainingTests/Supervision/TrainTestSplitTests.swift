import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct TrainTestSplitTests {
  @Test func `a larger fraction shows more, the whole every class`() {
    for seed in 1...3 as ClosedRange<UInt64> {
      let quarter = TrainTestSplit.shown(fraction: 0.25, seed: seed)
      let half = TrainTestSplit.shown(fraction: 0.5, seed: seed)
      #expect(quarter.count == 157 && half.count == 314)
      #expect(quarter.isSubset(of: half))
      let all = TrainTestSplit.shown(fraction: 1, seed: seed)
      #expect(all == Set(Board.ticTacToe.decisionClasses.representatives))
    }
  }

  @Test func `each seed has an order of its own`() {
    let orders = (1...3 as ClosedRange<UInt64>).map {
      TrainTestSplit.order(seed: $0)
    }
    #expect(Set(orders).count == 3)
    #expect(TrainTestSplit.order(seed: 1) == orders[0])
  }
}
