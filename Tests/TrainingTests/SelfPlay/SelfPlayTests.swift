import NeuralNetwork
import Players
import Testing
import TicTacToe

@testable import Training

@Suite struct SelfPlayTests {
  private func play(
    _ games: Range<Int>,
    _ change: (inout REINFORCE.Recipe) -> Void = { _ in }
  ) -> Experience {
    var recipe = REINFORCE.Recipe()
    change(&recipe)
    let learner = REINFORCE(recipe: recipe, seed: 9)
    var selfPlay = SelfPlay(
      recipe: recipe,
      encoding: recipe.encoding,
      seed: 9
    )
    var experience = Experience(in: .ticTacToe)
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

  @Test func `each distinct position is evaluated once`() {
    let experience = play(0..<200)
    let count = experience.numbers.count
    #expect(Set(experience.numbers).count == count)
    #expect(experience.batch.count == count)
    #expect(experience.policies.count == count)
    let group = SymmetryGroup.ticTacToe
    for position in experience.positions {
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
        experience.positions[episode.steps[episode.steps.startIndex].row].ply
          == 0
      )
      #expect((5...9).contains(episode.steps.count))
    }
  }

  @Test func `openings of every length are met`() {
    let experience = play(0..<1000)
    let plies = experience.episodes.map {
      experience.positions[$0.steps[$0.steps.startIndex].row].ply
    }
    #expect(Set(plies) == Set(0...7))
  }
}

extension Experience {
  fileprivate var positions: [Position] { numbers.map { space.positions[$0] } }

  fileprivate var episodes: [Episode] { (0..<gameCount).map(episode) }
}
