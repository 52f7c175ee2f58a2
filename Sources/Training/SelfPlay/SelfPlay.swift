internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// A policy playing itself, all games of an update in lockstep, so that each
/// distinct position goes through the network once. Once the buffers have
/// grown, neither games nor moves allocate memory.
package struct SelfPlay {
  private let recipe: PolicyGradient.Recipe
  private let seed: UInt64

  private var games: [Game] = []

  package init(recipe: PolicyGradient.Recipe, seed: UInt64) {
    self.recipe = recipe
    self.seed = seed
  }

  /// Plays the games of the given numbers. Game i draws from stream i + 1 of
  /// the seed, so that it does not depend on the others.
  ///
  /// - Parameter replies: The edges of the exploiter's moves, of shape [nodes];
  ///   it has one side of some games.
  mutating func play(
    _ numbers: Range<Int>, with network: Network, against replies: [Int32] = [],
    into experience: inout Experience
  ) {
    play(numbers, against: replies, into: &experience) {
      $0.evaluate(with: network)
    }
  }

  /// Plays them by any player.
  ///
  /// - Parameter evaluate: Gives the rows that are new their policies.
  package mutating func play(
    _ numbers: Range<Int>, against replies: [Int32] = [],
    into experience: inout Experience, evaluate: (inout Experience) -> Void
  ) {
    experience.removeAll(games: numbers.count)
    games.removeAll(keepingCapacity: true)
    for number in numbers {
      let rng = SeededGenerator(seed: seed, stream: UInt64(number) + 1)
      var game = Game(place: number - numbers.lowerBound, rng: rng)
      game.position = experience.positions.opening(
        plies: recipe.openingPlies, using: &game.rng
      )
      game.explores = game.rng.nextUnit() < recipe.exploration
      game.meetExploiter(share: recipe.exploiter)
      games.append(game)
    }
    while !games.isEmpty {
      for i in games.indices {
        games[i].row = experience.row(of: games[i].position)
      }
      evaluate(&experience)
      var playing = 0
      for i in games.indices {
        games[i].move(in: &experience, against: replies)
        if !games[i].isOver {
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
  /// Its index among those of the update.
  let place: Int

  var rng: SeededGenerator
  var position = 0
  var row = -1
  private(set) var isOver = false

  /// Whether the policy's next move is uniformly random.
  var explores = false

  /// Whether the exploiter makes the next move, and whether it plays at all.
  private var exploiter = (moves: false, plays: false)

  init(place: Int, rng: SeededGenerator) {
    self.place = place
    self.rng = rng
  }

  /// Gives the exploiter a side in its share of the games; draws nothing if the
  /// share is 0.
  mutating func meetExploiter(share: Float) {
    if share > 0, rng.nextUnit() < share {
      exploiter = (moves: rng.next(below: 2) == 0, plays: true)
    }
  }

  /// Makes a move, by the policy, at random or by the exploiter.
  mutating func move(
    in experience: inout Experience, against replies: [Int32]
  ) {
    let action: Int
    let isExploiters = exploiter.moves
    if isExploiters, let graph = experience.positions.graph {
      action = graph.move(along: Int(replies[position])).index
    } else if explores {
      action = experience.positions.randomAction(in: position, using: &rng)
    } else {
      action = experience.policies[row].sample(using: &rng)
    }
    let step = Experience.Step(
      row: row, action: action, isExploring: explores && !isExploiters,
      isExploiters: isExploiters
    )
    experience.append(step, to: place)
    explores = explores && isExploiters
    exploiter.moves = exploiter.plays && !isExploiters
    switch experience.positions.successor(of: position, by: action) {
    case .position(let number): position = number
    case .over(let outcome):
      isOver = true
      if outcome != .draw { experience.win(place) }
    }
  }
}

extension StateGraph {
  /// The number of a position after 0…`plies` random moves, all counts equally
  /// likely; if the moves end the game, everything is drawn again.
  func opening(
    plies: Int, using rng: inout some RandomNumberGenerator
  ) -> Int {
    var position: Int
    repeat {
      position = 0
      for _ in 0..<rng.next(below: plies + 1) {
        let edges = edges(of: position)
        if edges.isEmpty { break }
        let edge = edges.lowerBound + rng.next(below: edges.count)
        position = Int(successors[edge])
      }
    } while outcomes[position] != nil
    return position
  }
}
