import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct FinishTests {
  private func finish(_ policy: UniformPolicy) -> Finish {
    Finish(of: PolicyTable(of: policy), on: .ticTacToe)
  }

  @Test func `the positions are those that are won in one, won and lost`() {
    let finish = finish(.random)
    #expect(finish.missedWins.positions == 2_358)
    #expect(finish.slowerWins.positions == 2_836)
    #expect(finish.hastenedLosses.positions == 632)
  }

  @Test func `perfect play wins at once and loses last`() {
    let finish = finish(.perfect)
    #expect(finish.missedWins.expected == 0)
    #expect(finish.slowerWins.expected == 0)
    #expect(finish.hastenedLosses.expected == 0)
  }

  @Test func `optimal moves alike lose time, and no value`() {
    let finish = finish(.optimal(on: .ticTacToe))
    // A draw in each position passed over 421, 430 and 93.
    #expect(abs(finish.missedWins.expected - 421) < 30)
    #expect(abs(finish.slowerWins.expected - 430) < 30)
    #expect(abs(finish.hastenedLosses.expected - 93) < 15)
  }

  @Test(arguments: [UniformPolicy.first, .center, .random])
  func `the figures are what a walk by the rules counts`(
    policy: UniformPolicy
  ) {
    // The value for the side to move, and the moves of both until the end.
    var known: [Position: (value: Int, length: Int)] = [:]
    func result(_ position: Position) -> (value: Int, length: Int) {
      if let result = known[position] { return result }
      if let outcome = position.outcome {
        return (outcome.value(for: position.sideToMove), 0)
      }
      let results = position.legalMoves.map { move in
        let next = result(position.playing(move))
        return (value: -next.value, length: next.length + 1)
      }
      let value = results.map(\.value).max() ?? 0
      let lengths = results.filter { $0.value == value }.map(\.length)
      let length = value < 0 ? lengths.max() : lengths.min()
      known[position] = (value, length ?? 0)
      return (value, length ?? 0)
    }
    var (missed, slower, hastened) = (0.0, 0.0, 0.0)
    for position in Board.ticTacToe.states.decisionPositions {
      let best = result(position)
      let shares = policy.probabilities(in: position)
      for move in position.legalMoves {
        let next = result(position.playing(move))
        let (value, length) = (-next.value, next.length + 1)
        let share = Double(shares[move.index])
        if best == (1, 1), (value, length) != (1, 1) { missed += share }
        if best.value == 1, value == 1, length > best.length { slower += share }
        if best.value == -1, length < best.length { hastened += share }
      }
    }
    let finish = finish(policy)
    #expect(abs(finish.missedWins.expected - missed) < 1e-3)
    #expect(abs(finish.slowerWins.expected - slower) < 1e-3)
    #expect(abs(finish.hastenedLosses.expected - hastened) < 1e-3)
  }
}
