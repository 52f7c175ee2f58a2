import Evaluation
import NeuralNetwork
import Players
import TestSupport
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

  @Test func `perfect play is perfect, whatever it draws`() {
    let report = PolicyReport(of: UniformPolicy.perfect)
    #expect(report.verdict == .perfect)
    #expect(!report.isDeterministic && report.misplayed == 0)
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

  @Test func `a report judges perfect as tournaments do`() {
    let results = PolicyReport(of: UniformPolicy.perfect).againstRandom
    #expect(abs(results.asX.win - 0.9678112) < 1e-6)
    #expect(abs(results.asO.win - 0.7774838) < 1e-6)
  }

  @Test func `random is judged by all that it draws`() {
    let report = PolicyReport(of: UniformPolicy.random)
    #expect(report.verdict == .beatable)
    #expect(!report.isDeterministic && !report.isGreedyNetwork)
    // Every position where some move is bad.
    #expect(report.misplayed == 3_191)
    #expect(report.losingLinesAsX.count == 77_904)
    let asX = report.againstRandom.asX
    #expect(abs(asX.win - 0.585) < 5e-4 && abs(asX.draw - 0.127) < 5e-4)
    #expect(abs(asX.loss - 0.288) < 5e-4)
    #expect(abs(report.proof.sampled.nashConv - 1.9197) < 5e-5)
  }

  @Test func `the level easy is beatable, and by how much`() {
    let report = PolicyReport(of: Level.easy.policy)
    #expect(report.verdict == .beatable)
    #expect(abs(report.proof.sampled.nashConv - 1.174) < 5e-4)
    #expect(abs(report.againstPerfect.asX.loss - 0.376) < 5e-4)
    #expect(abs(report.againstPerfect.asO.loss - 0.624) < 5e-4)
  }

  // Plays as `perfect`, and in one position at random.
  private struct Slip: Policy {
    let name = "slip"
    let board: String

    func probabilities(in position: Position) -> [Float] {
      let policy: UniformPolicy = position.text == board ? .random : .perfect
      return policy.probabilities(in: position)
    }
  }

  @Test func `one bad move with any probability decides the verdict`() throws {
    let solution = Board.ticTacToe.solution
    let (space, perfect) = (
      solution.graph, PolicyTable(of: UniformPolicy.perfect)
    )
    // The positions that `perfect` enters in a seat.
    func entered(as seat: Mark) -> Set<Int> {
      var seen: Set<Int> = [0]
      for number in space.decisions where seen.contains(number) {
        let moves = space.positions[number].sideToMove == seat
        for edge in space.edges(of: number)
        where !moves || perfect.probabilities[edge] > 0 {
          seen.insert(Int(space.successors[edge]))
        }
      }
      return seen
    }
    func report(
      entering enters: Bool,
      as seat: Mark
    ) throws -> PolicyReport {
      let entered = entered(as: seat)
      // Drawn, so that a bad move loses.
      let number = space.decisions.first {
        entered.contains($0) == enters && space.positions[$0].sideToMove == seat
          && solution.values[$0] == 0
          && solution.optimalMoves[$0] != space.positions[$0].empty
      }
      let board = space.positions[try #require(number)].text
      return PolicyReport(of: Slip(board: board))
    }
    for seat in [Mark.x, .o] {
      let beatable = try report(entering: true, as: seat)
      #expect(beatable.verdict == .beatable)
      #expect(beatable.misplayed == 1)
      #expect(beatable.refutation?.seat == seat)
      let unbeatable = try report(entering: false, as: seat)
      #expect(unbeatable.verdict == .unbeatable)
      #expect(unbeatable.misplayed == 1)
      #expect(unbeatable.refutation == nil)
    }
  }

  @Test func `a network is judged greedily, or by its draws`() {
    var rng = SeededGenerator(seed: 1)
    let network = NetworkPolicy(
      name: "n",
      encoding: .planes(),
      network: Network(sizes: [18, 8, 9], activeInputs: 9, using: &rng)
    )
    let table = PolicyTable(of: network)
    let greedy = PolicyReport(of: TemperedPolicy(network))
    #expect(greedy.isDeterministic && greedy.isGreedyNetwork)
    #expect(greedy.proof == Proof(of: table))
    #expect(greedy.verdict == greedy.proof.verdict)
    #expect(greedy.misplayed == greedy.proof.blunders.count)
    #expect(
      greedy.losingLinesAsO == LosingLines(of: table.greedy, in: .o)
    )
    let drawn = PolicyReport(of: TemperedPolicy(network, temperature: 1))
    #expect(!drawn.isDeterministic && !drawn.isGreedyNetwork)
    #expect(drawn.misplayed == 3_191)
    #expect(
      abs(drawn.proof.sampled.nashConv - greedy.proof.sampled.nashConv) < 1e-5
    )
    #expect(PolicyReport(of: network).misplayed == 3_191)
  }

  @Test func `center first wins 85.7% and loses every game to perfect`() {
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
