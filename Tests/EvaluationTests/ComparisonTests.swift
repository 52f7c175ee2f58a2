import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct ComparisonTests {
  private func blunders(_ policy: UniformPolicy) -> Int {
    Blunders(of: PolicyTable(of: policy)).count
  }

  @Test func `fixed and broken account for the difference in blunders`() {
    let (first, center) = (UniformPolicy.first, UniformPolicy.center)
    let comparison = Comparison(
      of: PolicyTable(of: first),
      with: PolicyTable(of: center)
    )
    #expect(
      blunders(first) - comparison.fixed.count + comparison.broken.count
        == blunders(center)
    )
    #expect(!comparison.fixed.isEmpty && !comparison.broken.isEmpty)
    #expect(
      comparison.changed >= comparison.fixed.count + comparison.broken.count
    )
    let back = Comparison(
      of: PolicyTable(of: center),
      with: PolicyTable(of: first)
    )
    #expect(back.fixed == comparison.broken)
    #expect(back.broken == comparison.fixed)
  }

  @Test func `a policy and itself differ nowhere`() {
    let table = PolicyTable(of: UniformPolicy.first)
    let comparison = Comparison(of: table, with: table)
    #expect(comparison.changed == 0 && comparison.fixed.isEmpty)
  }
}
