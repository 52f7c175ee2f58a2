import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct GoodMovesTests {
  private func learner(
    _ change: (inout PolicyGradient.Recipe) -> Void
  ) -> PolicyGradient {
    var recipe = PolicyGradient.Recipe()
    recipe.hidden = 4
    (recipe.negatives, recipe.negativeLoss) = (.hindsight, .setUnlikelihood)
    change(&recipe)
    return PolicyGradient(recipe: recipe, seed: 1)
  }

  // After a corner the center alone draws.
  private let corner = Position(rules: .ticTacToe).playing(Square(0))

  private func mask(_ squares: Int...) -> UInt64 {
    squares.reduce(0) { $0 | 1 << UInt64($1) }
  }

  @Test func `a mistake stands for all of its position`() {
    let control = learner { $0.namesGoodMoves = true }
    let bad = mask(1, 2, 3, 5, 6, 7, 8)
    #expect(control.badMoves(naming: mask(1), in: corner) == bad)
    #expect(control.badMoves(naming: mask(1, 4), in: corner) == bad)
    #expect(control.badMoves(naming: mask(4), in: corner) == 0)
    let label = PartialLabels(position: corner, bad: mask(1))
    #expect(control.labels(label)?.bad == bad)
    #expect(
      control.labels(PartialLabels(position: corner, bad: mask(4))) == nil
    )
  }

  @Test func `without the control a name stands for itself`() {
    let learner = learner { _ in }
    for named in [mask(1), mask(1, 4), mask(4)] {
      #expect(learner.badMoves(naming: named, in: corner) == named)
    }
    let label = PartialLabels(position: corner, bad: mask(4))
    #expect(learner.labels(label)?.bad == mask(4))
  }

  @Test func `hindsight tells it other moves, and fewer`() throws {
    var named = learner { _ in }
    var control = learner { $0.namesGoodMoves = true }
    try named.update()
    try control.update()
    #expect(named.policy.network != control.policy.network)
    #expect(control.hindsightMoves < named.hindsightMoves)
    #expect(control.hindsightMoves > 0)
  }

  @Test func `so do the moves that an evaluation finds`() throws {
    func unlearned(_ isControl: Bool) throws -> NetworkPolicy {
      var learner = learner { $0.namesGoodMoves = isControl }
      let table = PolicyTable(of: learner.policy)
      let moves = BadMoves(of: table, on: .ticTacToe, from: [.refutations])
      #expect(try learner.unlearn(moves, round: 0) > 0)
      return learner.policy
    }
    #expect(try unlearned(true).network != unlearned(false).network)
  }
}
