import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Evaluation

/// The sweep over numbers against the graph, on 3×3, where both work.
@Suite struct PolicySweepTests {
  private func network(isCanonical: Bool, seed: UInt64) -> NetworkPolicy {
    var rng = SeededGenerator(seed: seed)
    let encoding = Encoding.planes(.ticTacToe, isCanonical: isCanonical)
    let network = Network(
      sizes: [encoding.inputCount, 12, 9], activeInputs: 9, using: &rng
    )
    return NetworkPolicy(name: "net", encoding: encoding, network: network)
  }

  private func swept(_ policy: any Policy) -> PolicySweep? {
    let rules = Rules.ticTacToe
    return [SymmetryGroup(rules), .identity(of: rules)].lazy
      .compactMap {
        PolicySweep(of: policy, by: PositionRanking(rules, under: $0))
      }.first
  }

  private func expectSame(
    _ policy: any Policy, ranksItsMoves: Bool = true
  ) throws {
    let report = PolicyReport(of: policy, on: .ticTacToe)
    let sweep = try #require(swept(policy))
    let proof = sweep.proof
    #expect(sweep.verdict == report.verdict)
    #expect(sweep.misplayed == report.misplayed)
    #expect(sweep.isDeterministic == report.isDeterministic)
    if ranksItsMoves {
      #expect(proof.greedy == report.proof.greedy)
      #expect(proof.blunders.count == report.proof.blunders.count)
    }
    func near(_ one: Double, _ other: Double) -> Bool {
      abs(one - other) < 1e-5
    }
    #expect(near(proof.sampled.asX, report.proof.sampled.asX))
    #expect(near(proof.sampled.asO, report.proof.sampled.asO))
    #expect(near(proof.blunders.mass, report.proof.blunders.mass))
    #expect(proof.blunders.positions == 4520)
    let margins = (proof.blunders.margin, report.proof.blunders.margin)
    #expect((margins.0 == nil) == (margins.1 == nil))
    #expect(near(Double(margins.0 ?? 0), Double(margins.1 ?? 0)))
    for (mine, other) in [
      (sweep.finish.missedWins, report.finish.missedWins),
      (sweep.finish.slowerWins, report.finish.slowerWins),
      (sweep.finish.hastenedLosses, report.finish.hastenedLosses),
    ] {
      #expect(mine.positions == other.positions)
      #expect(abs(mine.expected - other.expected) < 0.01)
    }
    #expect(sweep.losingLines(of: policy, in: .x) == report.losingLinesAsX)
    #expect(sweep.losingLines(of: policy, in: .o) == report.losingLinesAsO)
    for (mine, other) in [
      (sweep.againstRandom, report.againstRandom),
      (sweep.againstPerfect, report.againstPerfect),
    ] {
      for (one, two) in [(mine.asX, other.asX), (mine.asO, other.asO)] {
        #expect(near(one.win, two.win) && near(one.draw, two.draw))
        #expect(near(one.loss, two.loss))
      }
    }
  }

  @Test(arguments: [true, false])
  func `a network's figures are those of the graph`(isCanonical: Bool) throws {
    let network = network(isCanonical: isCanonical, seed: 3)
    try expectSame(network)
    try expectSame(TemperedPolicy(network))
    try expectSame(TemperedPolicy(network, temperature: 0.5))
  }

  @Test func `so are those of players without logits`() throws {
    for name in UniformPolicy.Name.allCases {
      try expectSame(
        UniformPolicy(name, on: .ticTacToe),
        ranksItsMoves: name == .first || name == .center
      )
    }
    try expectSame(Level.easy.policy, ranksItsMoves: false)
  }

  @Test
  func `a network whose ties the board breaks is judged position by position`()
    throws
  {
    let encoding = Encoding.planes(.ticTacToe)
    let zero = Network(sizes: [encoding.inputCount, 9])
    let policy = TemperedPolicy(
      NetworkPolicy(name: "zero", encoding: encoding, network: zero)
    )
    let rules = Rules.ticTacToe
    let merged = PositionRanking(rules, under: SymmetryGroup(rules))
    #expect(PolicySweep(of: policy, by: merged) == nil)
    try expectSame(policy)
  }

  @Test func `where X wins by best play, perfect wins as X and O is lost`()
    throws
  {
    let board = Board(try Rules("3x3:2"))
    let report = PolicyReport(of: UniformPolicy(.perfect, on: board), on: board)
    #expect(report.verdict == .perfect && report.refutation == nil)
    #expect(report.againstPerfect.asX.win == 1)
    #expect(report.againstPerfect.asO.loss == 1)
    let random = PolicyReport(of: UniformPolicy.random, on: board)
    #expect(random.verdict == .beatable)
    #expect(random.refutation?.seat == .x)
  }
}
