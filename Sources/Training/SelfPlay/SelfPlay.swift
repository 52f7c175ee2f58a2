internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// A policy playing itself, all games of an update in lockstep: each distinct
/// position goes through the network once.
struct SelfPlay {
  /// The choices that concern play.
  let recipe: REINFORCE.Recipe

  /// How the network sees a position.
  let encoding: Encoding

  /// The seed of every game.
  let seed: UInt64

  private let group = SymmetryGroup.ticTacToe

  init(recipe: REINFORCE.Recipe, encoding: Encoding, seed: UInt64) {
    self.recipe = recipe
    self.encoding = encoding
    self.seed = seed
  }

  /// A game in play.
  private struct Game {
    var position: Position
    var rng: SeededGenerator
    var explores: Bool
    var episode = Experience.Episode()
  }

  /// Plays the games of the given numbers. Game i draws from stream i + 1 of
  /// the seed, whatever is played beside it.
  func play(_ numbers: Range<Int>, with network: Network) -> Experience {
    var experience = Experience()
    var games = numbers.map(start)
    while true {
      let playing = games.indices.filter { games[$0].position.outcome == nil }
      if playing.isEmpty { break }
      let views = playing.map {
        encoding.view(of: games[$0].position, group: group)
      }
      for view in views { meet(view.position, in: &experience) }
      network.evaluate(&experience.batch)
      for row in experience.policies.count..<experience.positions.count {
        experience.policies.append(
          Categorical(
            logits: experience.batch.outputs(ofRow: row),
            legal: experience.positions[row].legalMask
          )
        )
      }
      for (game, view) in zip(playing, views) {
        guard let row = experience.rows[view.position] else { continue }
        move(&games[game], experience.policies[row], row, view.symmetry)
      }
    }
    experience.episodes = games.map(\.episode)
    return experience
  }

  /// Starts a game after its random opening; one that ends the game is drawn
  /// again.
  private func start(_ number: Int) -> Game {
    var rng = SeededGenerator(seed: seed, stream: UInt64(number) + 1)
    var position: Position
    repeat {
      position = Position()
      for _ in 0..<rng.next(below: recipe.openingPlies + 1) {
        let moves = Array(position.legalMoves)
        if moves.isEmpty { break }
        position = position.playing(moves[rng.next(below: moves.count)])
      }
    } while position.outcome != nil
    let explores = rng.nextUnit() < recipe.exploration
    return Game(position: position, rng: rng, explores: explores)
  }

  private func meet(_ position: Position, in experience: inout Experience) {
    guard experience.rows[position] == nil else { return }
    experience.rows[position] = experience.positions.count
    experience.positions.append(position)
    experience.batch.append(encoding.activeInputs(of: position))
  }

  private func move(
    _ game: inout Game,
    _ policy: Categorical,
    _ row: Int,
    _ symmetry: Int
  ) {
    let isExploring = game.explores && game.episode.steps.isEmpty
    let action: Int
    if isExploring {
      let moves = (0..<9).filter { policy.legal >> $0 & 1 == 1 }
      action = moves[game.rng.next(below: moves.count)]
    } else {
      action = policy.sample(using: &game.rng)
    }
    let step = Experience.Step(
      row: row,
      action: action,
      isExploring: isExploring
    )
    game.episode.steps.append(step)
    // The board keeps its orientation: play the move that has this image.
    let square = game.position.legalMoves.first {
      group.image(of: $0, under: symmetry).index == action
    }
    guard let square else { preconditionFailure("no move has image \(action)") }
    game.position = game.position.playing(square)
    if case .win = game.position.outcome { game.episode.result = 1 }
  }
}
