internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// A policy playing itself, all games of an update in lockstep: each distinct
/// position goes through the network once. Once its memory has grown, no game and
/// no move allocates any.
struct SelfPlay {
  /// The choices that concern play.
  let recipe: REINFORCE.Recipe

  /// How the network sees a position.
  let encoding: Encoding

  /// The seed of every game.
  let seed: UInt64

  private let space = StateSpace.ticTacToe

  /// The number of each position as the network sees it, by number.
  let views: [Int32]

  private var games: [Game] = []

  init(recipe: REINFORCE.Recipe, encoding: Encoding, seed: UInt64) {
    self.recipe = recipe
    self.encoding = encoding
    self.seed = seed
    views = encoding.views
  }

  /// Plays the games of the given numbers. Game i draws from stream i + 1 of
  /// the seed, whatever is played beside it.
  mutating func play(
    _ numbers: Range<Int>,
    with network: Network,
    into experience: inout Experience
  ) {
    experience.removeAll(games: numbers.count)
    games.removeAll(keepingCapacity: true)
    for number in numbers {
      let rng = SeededGenerator(seed: seed, stream: UInt64(number) + 1)
      var game = Game(place: number - numbers.lowerBound, rng: rng)
      game.open(plies: recipe.openingPlies, in: space)
      game.explores = game.rng.nextUnit() < recipe.exploration
      games.append(game)
    }
    while !games.isEmpty {
      for i in games.indices {
        // From there on it is the same game, as the network sees it.
        games[i].position = Int(views[games[i].position])
        games[i].row = experience.row(of: games[i].position, encoding)
      }
      experience.evaluate(with: network)
      var playing = 0
      for i in games.indices {
        games[i].move(in: &experience)
        if space.outcomes[games[i].position] == nil {
          games[playing] = games[i]
          playing += 1
        }
      }
      games.removeLast(games.count - playing)
    }
  }
}

/// A game in play.
private struct Game {
  /// Its place among those of the update.
  let place: Int

  var rng: SeededGenerator

  /// The number of its position.
  var position = 0

  /// The row of that.
  var row = -1

  /// Whether the next move is drawn at random.
  var explores = false

  init(place: Int, rng: SeededGenerator) {
    self.place = place
    self.rng = rng
  }

  /// Makes up to `plies` random moves; an opening that ends the game is drawn
  /// again.
  mutating func open(plies: Int, in space: StateSpace) {
    repeat {
      position = 0
      for _ in 0..<rng.next(below: plies + 1) {
        let edges = space.edges(of: position)
        if edges.isEmpty { break }
        let edge = edges.lowerBound + rng.next(below: edges.count)
        position = Int(space.successors[edge])
      }
    } while space.outcomes[position] != nil
  }

  /// Makes a move, by the policy or at random.
  mutating func move(in experience: inout Experience) {
    let edges = experience.space.edges(of: position)
    let action: Int
    if explores {
      let edge = edges.lowerBound + rng.next(below: edges.count)
      action = experience.space.move(along: edge).index
    } else {
      action = experience.policies[row].sample(using: &rng)
    }
    let step = Experience.Step(row: row, action: action, isExploring: explores)
    experience.append(step, to: place)
    explores = false
    for edge in edges where experience.space.move(along: edge).index == action {
      position = Int(experience.space.successors[edge])
    }
    if case .win = experience.space.outcomes[position] {
      experience.win(place)
    }
  }
}
