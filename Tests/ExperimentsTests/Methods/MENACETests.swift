import Evaluation
import Experiments
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe
import Training

@Suite struct MENACETests {
  private func played(_ games: Int, seed: UInt64 = 1) -> MENACE {
    var menace = MENACE(seed: seed)
    for _ in 0..<games { menace.play() }
    return menace
  }

  @Test func `the first box holds three distinct moves, four beads each`() {
    let p = MENACE(seed: 1).probabilities(in: Position())
    // Of the corners and edges one each, and the centre.
    #expect(p.count { $0 > 0 } == 3)
    #expect(p.filter { $0 > 0 }.allSatisfy { abs($0 - 1 / 3) < 1e-6 })
  }

  @Test func `its moves are legal and its shares sum to 1`() {
    let menace = played(300)
    for position in Board.ticTacToe.states.decisionPositions {
      let p = menace.probabilities(in: position)
      #expect(abs(p.reduce(0, +) - 1) < 1e-5)
      for (square, share) in p.enumerated() where share > 0 {
        #expect(position.empty.contains(Square(square), in: .ticTacToe))
      }
    }
  }

  @Test func `a finished game has no move`() throws {
    let over = try Position("XXX/OO./...")
    var rng = SeededGenerator(seed: 1)
    var menace = played(1)
    #expect(menace.move(in: over, using: &rng) == nil)
    #expect(menace.probabilities(in: over).allSatisfy { $0 == 0 })
  }

  @Test func `it learns from winning and losing`() {
    func mass(_ menace: MENACE) -> Double {
      Blunders(of: PolicyTable(of: menace)).mass
    }
    #expect(mass(played(2000)) < mass(played(0)) - 0.01)
  }

  @Test func `the same seed gives the same beads, another seed others`() {
    let table = PolicyTable(of: played(200)).probabilities
    #expect(PolicyTable(of: played(200)).probabilities == table)
    #expect(PolicyTable(of: played(200, seed: 2)).probabilities != table)
  }

  // The beads of the one move of a box that a game changed; the others still
  // hold four each.
  private func changed(
    in box: Position,
    _ menace: MENACE
  ) -> (square: Int, beads: Float)? {
    let full = MENACE(seed: 1).probabilities(in: box)
    let now = menace.probabilities(in: box)
    let moves = full.indices.filter { full[$0] > 0 }.sorted {
      now[$0] < now[$1]
    }
    guard moves.count > 2 else { return nil }
    let usual = now[moves[1]]
    guard let square = moves.first(where: { abs(now[$0] - usual) > 1e-6 })
    else { return nil }
    return (square, 4 * now[square] / usual)
  }

  @Test func `a win adds three beads, a draw one, a loss takes one`() throws {
    var results: Set<Float> = []
    for seed in 1...40 {
      let menace = played(1, seed: UInt64(seed))
      let (square, beads) = try #require(changed(in: Position(), menace))
      let change = (beads - 4).rounded()
      #expect(abs(beads - 4 - change) < 1e-4)
      results.insert(change)
      // The reply's box has what the opening's has not.
      if let reply = changed(in: Position().playing(Square(square)), menace) {
        let expected: Float = change == 3 ? -1 : change == 1 ? 1 : 3
        #expect(abs(reply.beads - 4 - expected) < 1e-4, "seed \(seed)")
      }
    }
    #expect(results == [3, 1, -1])
  }
}
