import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct LosingLinesTests {
  private func lost(
    by policy: UniformPolicy,
    in seat: Mark
  ) -> [[Int]] {
    func lines(_ position: Position, _ moves: [Int]) -> [[Int]] {
      if let outcome = position.outcome {
        return outcome.value(for: seat) < 0 ? [moves] : []
      }
      let replies: [Square] =
        if position.sideToMove == seat {
          policy.probabilities(in: position).firstIndex(of: 1).map {
            [Square($0)]
          } ?? []
        } else {
          Array(position.legalMoves)
        }
      return replies.flatMap {
        lines(position.playing($0), moves + [$0.index])
      }
    }
    return lines(Position(), [])
  }

  @Test(arguments: [Mark.x, .o])
  func `lines and refutation agree with a walk over every game`(seat: Mark) {
    for policy in [UniformPolicy.first, .center] {
      let expected = lost(by: policy, in: seat)
      let lines = LosingLines(of: PolicyTable(of: policy).greedy, in: seat)
      let shortest = expected.min {
        $0.count != $1.count
          ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
      }
      #expect(lines.count == expected.count)
      #expect(lines.shortest?.map(\.index) == shortest)
    }
  }

  @Test func `a refutation can be played and is lost`() throws {
    let report = PolicyReport(of: UniformPolicy.center)
    let refutation = try #require(report.refutation)
    let (seat, moves) = (refutation.seat, refutation.moves)
    // As X it loses no game in fewer than six moves.
    #expect(report.losingLinesAsX.shortest?.count == 6)
    #expect(seat == .o && moves.count == 5)
    var position = Position()
    for move in moves { try position.play(move) }
    #expect(position.outcome == .win(seat.opponent))
  }

  @Test func `of a policy that draws its moves, all it may lose count`() {
    func count(_ policy: UniformPolicy, _ seat: Mark) -> Int {
      LosingLines(of: PolicyTable(of: policy), in: seat).count
    }
    #expect(count(.perfect, .x) == 0)
    #expect(count(.perfect, .o) == 0)
    // All 77,904 games that O wins, and 131,184 that X does.
    #expect(count(.random, .x) == 77_904)
    #expect(count(.random, .o) == 131_184)
  }
}
