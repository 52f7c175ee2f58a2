import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe
import Training

@Suite struct GAILTests {
  private func trained(
    steps: Int,
    watched: Demonstrations? = nil,
    seed: UInt64 = 1,
    _ change: (inout GAIL.Recipe) -> Void = { _ in }
  ) throws -> GAIL {
    var recipe = GAIL.Recipe()
    (recipe.hidden, recipe.batch) = (32, 64)
    (recipe.learningRate, recipe.discriminatorRate) = (0.01, 0.01)
    recipe.steps = max(steps, 1)
    change(&recipe)
    var learner = GAIL(recipe: recipe, seed: seed, watched: watched)
    for _ in 0..<steps { try learner.update() }
    return learner
  }

  @Test(arguments: GAIL.Moves.allCases)
  func `passing for the solution teaches the game`(moves: GAIL.Moves) throws {
    func blunders(_ steps: Int) throws -> Int {
      let learner = try trained(steps: steps) {
        ($0.moves, $0.batch) = (moves, 32)
      }
      return Blunders(of: PolicyTable(of: learner.policy)).count
    }
    #expect(try blunders(0) > 1400)
    let end = try blunders(100)
    #expect(end < 900, "\(end)")
  }

  @Test func `who was watched is passed for, move by move`() throws {
    var moves = Demonstrations()
    let start = Position()
    moves.add(Square(4), in: start, count: 9)
    let reply = start.playing(Square(4))
    moves.add(Square(1), in: reply, count: 3)
    let learner = try trained(steps: 200, watched: moves)
    #expect(learner.positions == 2)
    #expect(learner.policy.probabilities(in: start)[4] > 0.9)
    // Up to symmetry, any of the four sides is the move seen.
    let p = learner.policy.probabilities(in: reply)
    #expect(p[1] + p[3] + p[5] + p[7] > 0.9)
  }

  @Test func `the same seed gives the same weights, another seed others`()
    throws
  {
    let one = try trained(steps: 10)
    #expect(try trained(steps: 10).network == one.network)
    #expect(try trained(steps: 10, seed: 2).network != one.network)
  }

  @Test func `nothing seen traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = GAIL(recipe: .init(), seed: 1, watched: Demonstrations())
    }
    #expect(errors(result).contains("1 predictors, 0 examples"))
  }
}
