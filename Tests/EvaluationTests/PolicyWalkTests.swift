import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct PolicyWalkTests {
  private func network(seed: UInt64, _ rules: Rules) -> TemperedPolicy {
    var rng = SeededGenerator(seed: seed)
    let encoding = Encoding.planes(rules)
    let network = Network(
      sizes: [encoding.inputCount, 12, rules.squareCount],
      activeInputs: rules.squareCount, using: &rng
    )
    return TemperedPolicy(
      NetworkPolicy(name: "net", encoding: encoding, network: network)
    )
  }

  @Test(arguments: 1...8)
  func `a walk finds the shortest game that the report finds`(seed: UInt64) {
    let policy = network(seed: seed, .ticTacToe)
    let report = PolicyReport(of: policy, on: .ticTacToe)
    for (seat, lines) in [
      (Mark.x, report.losingLinesAsX), (.o, report.losingLinesAsO),
    ] {
      let walk = PolicyWalk(of: policy, in: seat, on: .ticTacToe)
      #expect((walk.result == .kept) == (lines.count == 0))
      guard case .failed(let line) = walk.result else { continue }
      #expect(line.count == lines.shortest?.count)
      let end = Rules.ticTacToe.position(after: line)
      #expect(end.outcome == .win(seat.opponent))
      for (ply, move) in line.enumerated()
      where (ply % 2 == 0) == (seat == .x) {
        let position = Rules.ticTacToe.position(after: line[..<ply])
        #expect(policy.probabilities(in: position)[move.index] == 1)
      }
    }
  }

  @Test(arguments: ["3x3", "4x3:3", "4x4", "3x3:2"])
  func `cutting lines without hope changes no result`(text: String) throws {
    let rules = try Rules(text)
    for policy: any Policy in [network(seed: 2, rules), UniformPolicy.first] {
      for seat in Mark.allCases {
        let group =
          policy.isSymmetric ? SymmetryGroup(rules) : .identity(of: rules)
        let walks = [true, false].map {
          PolicyWalk(
            of: policy, in: seat, under: group, aim: .notToLose,
            budget: .init(), cutsHopeless: $0
          )
        }
        #expect(walks[0]?.result == walks[1]?.result)
      }
    }
  }

  @Test func `a walk keeps as many of its positions as are asked for`() {
    func walk(sample: Int) -> PolicyWalk {
      PolicyWalk(
        of: UniformPolicy.perfect, in: .o, on: .ticTacToe,
        budget: .init(sample: sample)
      )
    }
    #expect(walk(sample: 0).sample.isEmpty)
    let some = walk(sample: 20)
    #expect(some.evaluations > 20 && Set(some.sample).count == 20)
    #expect(some.sample.allSatisfy { $0.sideToMove == .o })
    #expect(some.sample == walk(sample: 20).sample)
    let all = walk(sample: 10_000).sample
    #expect(Set(all).count == some.evaluations)
    #expect(Set(some.sample).isSubset(of: all))
    // Not the first ones alone.
    #expect(some.sample.contains { $0.ply > 3 })
  }

  @Test func `perfect play keeps the value, and the walk says how far it went`()
    throws
  {
    let perfect = UniformPolicy(.perfect, on: .ticTacToe)
    let walk = PolicyWalk(of: perfect, in: .x, on: .ticTacToe)
    #expect(walk.result == .kept && walk.isMerged)
    #expect(walk.positionsByPly == [1, 0, 12, 0, 89, 0, 140, 0, 15])
    #expect(walk.evaluations == 257)
    #expect(walk.checksum == 2_824_638_709_606_120_273)
    let board = Board(try Rules("4x3:3"))
    let asX = PolicyWalk(
      of: UniformPolicy(.perfect, on: board), in: .x, on: board, aim: .toWin
    )
    #expect(asX.result == .kept)
  }

  @Test func `a budget ends a walk undecided`() {
    let walk = PolicyWalk(
      of: UniformPolicy(.perfect, on: .ticTacToe), in: .x, on: .ticTacToe,
      budget: .init(evaluations: 20)
    )
    #expect(walk.result == .undecided && walk.evaluations <= 20)
  }

  @Test func `no ply of a walk has more positions than its budget`() throws {
    // 16 first moves up to symmetry; their replies are more than 100.
    let walk = PolicyWalk(
      of: UniformPolicy.random, in: .o, on: Board(try Rules("7x8:5")),
      budget: .init(evaluations: 100)
    )
    #expect(walk.result == .undecided)
    #expect(walk.positionsByPly.filter { $0 > 0 } == [16])
  }

  @Test func `a walk collects as many failing lines as asked for`() {
    let walk = PolicyWalk(
      of: UniformPolicy.random, in: .o, on: .ticTacToe,
      budget: .init(failures: 7)
    )
    #expect(walk.failures.count == 7)
    #expect(walk.failures.allSatisfy { $0.count == 5 })
    #expect(Set(walk.failures).count == 7)
  }
}

extension Rules {
  fileprivate func position(after moves: some Sequence<Square>) -> Position {
    moves.reduce(Position(rules: self)) { $0.playing($1) }
  }
}
