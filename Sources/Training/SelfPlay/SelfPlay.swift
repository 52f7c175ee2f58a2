internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// A policy playing itself, all games of an update in lockstep: each distinct
/// position goes through the network once. Once its memory has grown, no game
/// and no move allocates any.
struct SelfPlay {
  /// The choices that concern play.
  let recipe: REINFORCE.Recipe

  /// The seed of every game.
  let seed: UInt64

  private let space = StateSpace.ticTacToe

  /// The number of each position as the network sees it, by number.
  let views: [Int32]

  private var games: [Game] = []

  init(recipe: REINFORCE.Recipe, encoding: Encoding, seed: UInt64) {
    self.recipe = recipe
    self.seed = seed
    views = encoding.views
  }

  /// Plays the games of the given numbers. Game i draws from stream i + 1 of
  /// the seed, whatever is played beside it.
  ///
  /// In some games an exploiter has one side; it answers by the edges in
  /// `replies`, of shape [positions].
  mutating func play(
    _ numbers: Range<Int>,
    with network: Network,
    against replies: [Int32] = [],
    into experience: inout Experience
  ) {
    experience.removeAll(games: numbers.count)
    games.removeAll(keepingCapacity: true)
    for number in numbers {
      let rng = SeededGenerator(seed: seed, stream: UInt64(number) + 1)
      var game = Game(place: number - numbers.lowerBound, rng: rng)
      game.position = space.opening(
        plies: recipe.openingPlies,
        using: &game.rng
      )
      game.explores = game.rng.nextUnit() < recipe.exploration
      game.meetExploiter(share: recipe.exploiter)
      games.append(game)
    }
    while !games.isEmpty {
      for i in games.indices {
        // From there on it is the same game, as the network sees it.
        games[i].position = Int(views[games[i].position])
        games[i].row = experience.row(of: games[i].position)
      }
      experience.evaluate(with: network)
      var playing = 0
      for i in games.indices {
        games[i].move(in: &experience, against: replies)
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

  /// Whether the policy's next move is drawn at random.
  var explores = false

  /// Whether the exploiter makes the next move, and whether it plays at all.
  private var exploiter = (moves: false, plays: false)

  init(place: Int, rng: SeededGenerator) {
    self.place = place
    self.rng = rng
  }

  /// Gives the exploiter a side in some games; where it has no share, nothing
  /// is drawn.
  mutating func meetExploiter(share: Float) {
    if share > 0, rng.nextUnit() < share {
      exploiter = (moves: rng.next(below: 2) == 0, plays: true)
    }
  }

  /// Makes a move, by the policy, at random or by the exploiter.
  mutating func move(
    in experience: inout Experience,
    against replies: [Int32]
  ) {
    let edges = experience.space.edges(of: position)
    let action: Int
    let isExploiters = exploiter.moves
    if isExploiters {
      action = experience.space.move(along: Int(replies[position])).index
    } else if explores {
      let edge = edges.lowerBound + rng.next(below: edges.count)
      action = experience.space.move(along: edge).index
    } else {
      action = experience.policies[row].sample(using: &rng)
    }
    let step = Experience.Step(
      row: row,
      action: action,
      isExploring: explores && !isExploiters,
      isExploiters: isExploiters
    )
    experience.append(step, to: place)
    explores = explores && isExploiters
    exploiter.moves = exploiter.plays && !isExploiters
    for edge in edges where experience.space.move(along: edge).index == action {
      position = Int(experience.space.successors[edge])
    }
    if case .win = experience.space.outcomes[position] {
      experience.win(place)
    }
  }
}
