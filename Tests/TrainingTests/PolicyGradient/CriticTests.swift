import Checkpoints
import Evaluation
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct CriticTests {
  private func learner(_ games: Int) throws -> PolicyGradient {
    var learner = PolicyGradient(
      recipe: PolicyGradient.Recipe.allActions.withoutNegatives, seed: 1
    )
    while learner.games < games { try learner.update() }
    return learner
  }

  @Test func `without experience it only sees what ends the game`() throws {
    let critic = Critic(of: try learner(0))
    let winning = try Position("XX./OO./...")
    #expect(critic.probabilities(in: winning)[8] == 1)
    #expect(critic.probabilities(in: Position())[0] == 1)
  }

  @Test func `a finished game has no move`() throws {
    let over = try Position("XXX/OO./...")
    var rng = SeededGenerator(seed: 1)
    var critic = Critic(of: try learner(0))
    #expect(critic.move(in: over, using: &rng) == nil)
    #expect(critic.probabilities(in: over).allSatisfy { $0 == 0 })
  }

  @Test func `with experience it knows more than a little`() throws {
    func blunders(_ games: Int) throws -> Int {
      Blunders(of: PolicyTable(of: Critic(of: try learner(games)))).count
    }
    let few = try blunders(2048)
    #expect(few < 150)
    #expect(try few < blunders(0) / 4)
  }

  @Test func `Q is the discounted mean of where a move leads, negated`() throws
  {
    let learner = try learner(320)
    #expect(learner.recipe.discount < 1)
    let space = Board.ticTacToe.states
    let member = learner.checkpoint.members.first { $0.key == "baseline" }
    var edges = 0
    for mean in try JSONField(#require(member).value).array() {
      let mean = try mean.array()
      let position = try Position(mean[0].string())
      let value = Float(try mean[2].double())
      for edge in space.successors.indices
      where space.positions[space.successor(along: edge)] == position {
        let expected = -learner.recipe.discount * value
        #expect(abs(learner.actionValue(of: edge, in: space) - expected) < 1e-6)
        edges += 1
      }
    }
    #expect(edges > 100)
  }

  @Test func `an image of a position has the image of its move`() throws {
    let critic = Critic(of: try learner(320))
    let group = Board.ticTacToe.group
    let space = Board.ticTacToe.states
    let learner = try learner(320)
    for number in space.decisions where number % 97 == 0 {
      let (view, symmetry) = group.canonical(space.positions[number])
      let other = try #require(space.node(of: view))
      for edge in space.edges(of: number) {
        let image = group.image(of: space.move(along: edge), under: symmetry)
        let match = try #require(
          space.edges(of: other).first { space.move(along: $0) == image }
        )
        #expect(
          learner.actionValue(of: edge, in: space)
            == learner.actionValue(of: match, in: space)
        )
      }
      #expect(critic.probabilities(in: view).reduce(0, +) == 1)
    }
  }
}
