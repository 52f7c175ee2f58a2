import Evaluation
import Players
import Testing
import TicTacToe

@Suite struct PolicyReportTests {
  private func table(_ policy: UniformPolicy) -> PolicyTable {
    PolicyTable(of: policy)
  }

  @Test func `uniform random play has NashConv 1.9197`() {
    let sampled = BestResponse(to: table(.random))
    #expect(abs(sampled.asX - 0.9249) < 5e-5)
    #expect(abs(sampled.asO - 0.9948) < 5e-5)
    #expect(abs(sampled.nashConv - 1.9197) < 5e-5)
  }

  @Test func `perfect play is perfect, sampled or greedy`() {
    let report = PolicyReport(of: UniformPolicy.perfect)
    #expect(report.proof.verdict == .perfect)
    #expect(report.proof.greedy.nashConv == 0)
    #expect(abs(report.proof.sampled.nashConv) < 1e-9)
    #expect(report.losingLinesAsX.count == 0)
    #expect(report.losingLinesAsO.count == 0)
    #expect(report.proof.blunders.count == 0)
    #expect(report.proof.blunders.mass == 0)
    #expect(report.proof.blunders.margin == nil)
    #expect(report.refutation == nil)
    #expect(report.againstPerfect.asX.draw == 1)
    #expect(report.againstPerfect.asO.draw == 1)
  }

  @Test func `random against random`() {
    let random = table(.random)
    let result = ExpectedResult(of: random, in: .x, against: random)
    #expect(abs(result.win - 0.5849) < 5e-5)
    #expect(abs(result.draw - 0.1270) < 5e-5)
    #expect(abs(result.loss - 0.2881) < 5e-5)
  }

  @Test func `perfect against random, ties broken evenly`() {
    let (perfect, random) = (table(.perfect), table(.random))
    let asX = ExpectedResult(of: perfect, in: .x, against: random)
    let asO = ExpectedResult(of: perfect, in: .o, against: random)
    #expect(abs(asX.win - 0.9678112) < 1e-6)
    #expect(abs(asO.win - 0.7774838) < 1e-6)
    #expect(asX.loss == 0 && asO.loss == 0)
  }

  @Test func `perfect against random, ties to the lowest square`() {
    let report = PolicyReport(of: UniformPolicy.perfect)
    #expect(abs(report.againstRandom.asX.win - 0.9948) < 5e-5)
  }

  @Test func `centre first wins 85.7% and loses every game to perfect`() {
    let report = PolicyReport(of: UniformPolicy.center)
    #expect(abs(report.againstRandom.asX.win - 0.857) < 5e-4)
    #expect(report.againstPerfect.asX.loss == 1)
    #expect(report.againstPerfect.asO.loss == 1)
    #expect(report.proof.greedy.nashConv == 2)
    #expect(report.proof.verdict == .beatable)
  }

  @Test func `exact results agree with a walk over every game`() {
    let (first, random) = (UniformPolicy.first, UniformPolicy.random)
    func walk(_ position: Position, _ p: Double) -> [Double] {
      if let outcome = position.outcome {
        return (-1...1).map { outcome.value(for: .x) == $0 ? p : 0 }
      }
      let mover = position.sideToMove == .x ? first : random
      let choices = mover.probabilities(in: position)
      return position.legalMoves.reduce([0, 0, 0]) { sum, move in
        let weight = Double(choices[move.index])
        if weight == 0 { return sum }
        return zip(sum, walk(position.playing(move), p * weight)).map(+)
      }
    }
    let expected = walk(Position(), 1)
    let result = ExpectedResult(
      of: table(first),
      in: .x,
      against: table(random)
    )
    #expect(abs(result.loss - expected[0]) < 1e-6)
    #expect(abs(result.draw - expected[1]) < 1e-6)
    #expect(abs(result.win - expected[2]) < 1e-6)
  }
}
