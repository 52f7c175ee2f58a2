import Testing
import TicTacToe

@testable import Training

@Suite struct ShownClassesTests {
  @Test func `a larger fraction shows more, the whole every class`() {
    for seed in 1...3 as ClosedRange<UInt64> {
      let quarter = ShownClasses.all(fraction: 0.25, seed: seed)
      let half = ShownClasses.all(fraction: 0.5, seed: seed)
      #expect(quarter.count == 157 && half.count == 314)
      #expect(quarter.isSubset(of: half))
      let all = ShownClasses.all(fraction: 1, seed: seed)
      #expect(all == Set(SymmetryClasses.ticTacToe.representatives))
    }
  }

  @Test func `each seed has an order of its own`() {
    let orders = (1...3 as ClosedRange<UInt64>).map(ShownClasses.order)
    #expect(Set(orders).count == 3)
    #expect(ShownClasses.order(seed: 1) == orders[0])
  }
}
