import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct SelfPlayTests {
  private func play(
    _ games: Range<Int>,
    _ change: (inout PolicyGradient.Recipe) -> Void = { _ in }
  ) -> Experience {
    var recipe = PolicyGradient.Recipe()
    change(&recipe)
    let learner = PolicyGradient(recipe: recipe, seed: 9)
    let encoding = recipe.encoding(on: .ticTacToe)
    var selfPlay = SelfPlay(recipe: recipe, seed: 9)
    var experience = Experience(on: .ticTacToe, encoding)
    selfPlay.play(games, with: learner.network, into: &experience)
    return experience
  }

  @Test func `a game does not depend on the games beside it`() {
    func moves(_ experience: Experience, _ game: Int) -> [Int] {
      experience.episodes[game].steps.map(\.action)
    }
    let together = play(0..<40)
    for game in 0..<40 {
      #expect(moves(play(game..<game + 1), 0) == moves(together, game))
    }
  }

  @Test(
    arguments: [Encoding.planes(), .planes(isCanonical: false), .table]
  )
  func `a position is shown as its encoding shows it`(encoding: Encoding) {
    let space = Board.ticTacToe.states
    var rng = SeededGenerator(seed: 1)
    let network = Network(
      sizes: [encoding.inputCount, 9],
      activeInputs: 9,
      using: &rng
    )
    let views = Board.ticTacToe.states.views(by: encoding)
    var experience = Experience(on: .ticTacToe, encoding)
    experience.removeAll(games: 0)
    var batch = Batch()
    for number in space.decisions where views[number] == number {
      #expect(experience.row(of: number) == batch.count)
      encoding.append(space.positions[number], to: &batch)
    }
    experience.evaluate(with: network)
    network.evaluate(&batch)
    for row in 0..<batch.count {
      #expect(
        experience.batch.outputs(ofRow: row) == batch.outputs(ofRow: row)
      )
    }
  }

  @Test func `each distinct position is evaluated once`() {
    let experience = play(0..<200)
    let count = experience.numbers.count
    #expect(Set(experience.numbers).count == count)
    #expect(experience.batch.count == count)
    #expect(experience.policies.count == count)
    let group = Board.ticTacToe.group
    for position in experience.views {
      #expect(group.canonical(position).symmetry == 0)
    }
  }

  @Test func `only first learned moves explore, about half of them`() {
    let experience = play(0..<1000)
    let firsts = experience.episodes.filter {
      $0.steps.first?.isExploring == true
    }.count
    #expect((420...580).contains(firsts))
    for episode in experience.episodes {
      #expect(episode.steps.dropFirst().allSatisfy { !$0.isExploring })
    }
    #expect(
      play(0..<100) { $0.exploration = 0 }.episodes.allSatisfy {
        $0.steps.first?.isExploring == false
      }
    )
  }

  @Test func `without opening plies every game starts on the empty board`() {
    let experience = play(0..<50) { $0.openingPlies = 0 }
    for episode in experience.episodes {
      #expect(
        experience.views[episode.steps[episode.steps.startIndex].row].ply
          == 0
      )
      #expect((5...9).contains(episode.steps.count))
    }
  }

  @Test func `the exploiter has one side of its share of the games`() {
    let recipe = {
      var recipe = PolicyGradient.Recipe()
      recipe.exploiter = 0.5
      recipe.openingPlies = 0
      return recipe
    }()
    let learner = PolicyGradient(recipe: recipe, seed: 9)
    let encoding = recipe.encoding(on: .ticTacToe)
    var selfPlay = SelfPlay(recipe: recipe, seed: 9)
    var experience = Experience(on: .ticTacToe, encoding)
    let replies = BestResponse.replies(to: PolicyTable(of: learner.policy))
    selfPlay.play(
      0..<1000,
      with: learner.network,
      against: replies,
      into: &experience
    )
    var (shared, firsts) = (0, 0)
    for episode in experience.episodes {
      let steps = Array(episode.steps)
      guard steps.contains(where: \.isExploiters) else { continue }
      shared += 1
      firsts += steps[0].isExploiters ? 1 : 0
      for (index, step) in steps.enumerated() {
        #expect(
          step.isExploiters
            == (index.isMultiple(of: 2) == steps[0].isExploiters)
        )
        guard step.isExploiters else { continue }
        #expect(!step.isExploring)
        let edge = Int(replies[experience.numbers[step.row]])
        #expect(StateGraph.ticTacToe.move(along: edge).index == step.action)
      }
    }
    #expect((420...580).contains(shared))
    #expect((190...310).contains(firsts))
  }

  @Test func `openings of every length are met`() {
    let experience = play(0..<1000)
    let plies = experience.episodes.map {
      experience.views[$0.steps[$0.steps.startIndex].row].ply
    }
    #expect(Set(plies) == Set(0...7))
  }
}

extension Experience {
  fileprivate var views: [Position] { numbers.map { positions[$0] } }

  fileprivate var episodes: [Episode] { (0..<gameCount).map(episode) }
}
