import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct ImitationTests {
  private func trained(
    steps: Int,
    watched: Demonstrations? = nil,
    seed: UInt64 = 1,
    _ change: (inout Imitation.Recipe) -> Void = { _ in }
  ) throws -> Imitation {
    var recipe = Imitation.Recipe()
    recipe.hidden = 32
    recipe.batch = 64
    recipe.learningRate = 0.01
    recipe.steps = max(steps, 1)
    change(&recipe)
    var learner = Imitation(recipe: recipe, seed: seed, watched: watched)
    for _ in 0..<steps { try learner.update() }
    return learner
  }

  private func blunders(_ learner: Imitation) -> Int {
    Blunders(of: PolicyTable(of: learner.policy)).count
  }

  @Test(arguments: Imitation.Target.allCases, [true, false])
  func `every target teaches the game`(
    target: Imitation.Target,
    isCanonical: Bool
  ) throws {
    let learner = try trained(steps: 100) {
      ($0.target, $0.batch) = (target, 32)
      $0.isCanonical = isCanonical
    }
    // Fewer than before a step, by far.
    #expect(blunders(learner) < (isCanonical ? 650 : 1200))
  }

  @Test(arguments: [true, false])
  func `untaught it blunders`(isCanonical: Bool) throws {
    let learner = try trained(steps: 0) { $0.isCanonical = isCanonical }
    #expect(blunders(learner) > 1400)
  }

  @Test func `any optimal move will do: the solution is learned whole`() throws
  {
    let learner = try trained(steps: 300) {
      ($0.hidden, $0.learningRate) = (48, 0.03)
    }
    #expect(blunders(learner) == 0)
  }

  @Test func `the asker's own network learns from good moves`() throws {
    let learner = try trained(steps: 400) {
      $0.head = .sigmoid
      $0.cost = .quadratic
    }
    #expect(blunders(learner) < 800)
  }

  @Test func `what was watched is played with the same frequencies`() throws {
    var moves = Demonstrations()
    let start = Position()
    moves.add(Square(4), in: start, count: 75)
    moves.add(Square(0), in: start, count: 25)
    let reply = start.playing(Square(4))
    moves.add(Square(1), in: reply, count: 10)
    let learner = try trained(steps: 300, watched: moves) { $0.target = .soft }
    #expect(learner.positions == 2)
    let p = learner.policy.probabilities(in: start)
    #expect(abs(p[4] - 0.75) < 0.02 && abs(p[0] - 0.25) < 0.02)
    #expect(learner.policy.probabilities(in: reply)[1] > 0.95)
  }

  @Test func `a smoothed move leaves a tenth to all`() throws {
    var moves = Demonstrations()
    let reply = Position().playing(Square(0))
    moves.add(Square(4), in: reply)
    let learner = try trained(steps: 400, watched: moves) {
      $0.target = .smoothed
    }
    let p = learner.policy.probabilities(in: reply)
    #expect(abs(p[4] - (0.9 + 0.1 / 8)) < 0.003)
    #expect(abs(p[1] - 0.1 / 8) < 0.003)
    let target = Imitation.examples(
      of: moves,
      recipe: learner.recipe,
      encoding: .planes(),
      seed: 1,
      on: .ticTacToe
    )[0].target
    #expect(abs(target.reduce(0, +) - 1) < 1e-6)
    #expect(target[0] == 0 && target.filter { $0 == 0.1 / 8 }.count == 7)
  }

  @Test func `the same seed gives the same weights, another seed others`()
    throws
  {
    let one = try trained(steps: 20)
    #expect(try trained(steps: 20).network == one.network)
    #expect(try trained(steps: 20, seed: 2).network != one.network)
  }

  @Test func `a fraction shows fewer positions`() throws {
    #expect(try trained(steps: 0).positions == 627)
    #expect(try trained(steps: 0) { $0.isCanonical = false }.positions == 4520)
    #expect(try trained(steps: 0) { $0.fraction = 0.5 }.positions == 314)
  }

  @Test func `nothing seen traps`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = Imitation(
        recipe: Imitation.Recipe(),
        seed: 1,
        watched: Demonstrations()
      )
    }
    #expect(errors(result).contains("cloning what was never seen"))
  }
}
