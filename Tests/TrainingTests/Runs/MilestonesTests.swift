import Evaluation
import Players
import TestSupport
import Testing

@testable import Training

@Suite struct MilestonesTests {
  private func judgment(of policy: some Policy) -> Judgment {
    let table = PolicyTable(of: policy)
    return .exact(table, Proof(of: table))
  }

  @Test func `a proof that is lost counts again from where it came back`() {
    let perfect = judgment(of: UniformPolicy.perfect)
    let weak = judgment(of: UniformPolicy.first)
    var milestones = Milestones()
    #expect(milestones[.perfect] == Milestones.Mark())
    milestones.record(perfect, at: 10)
    milestones.record(perfect, at: 20)
    #expect(milestones[.perfect] == Milestones.Mark(first: 10, since: 10))
    milestones.record(weak, at: 30)
    #expect(milestones[.perfect] == Milestones.Mark(first: 10, since: nil))
    milestones.record(perfect, at: 40)
    #expect(milestones[.perfect] == Milestones.Mark(first: 10, since: 40))
    #expect(milestones[.unbeatable] == Milestones.Mark(first: 10, since: 40))
  }
}
