internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// A policy playing itself, all games of an update in lockstep: each distinct
/// position goes through the network once. Once its memory has grown, no move
/// allocates any.
struct SelfPlay {
  /// The choices that concern play.
  let recipe: REINFORCE.Recipe

  /// How the network sees a position.
  let encoding: Encoding

  /// The seed of every game.
  let seed: UInt64

  private let group = SymmetryGroup.ticTacToe
  private var games: [Game] = []

  init(recipe: REINFORCE.Recipe, encoding: Encoding, seed: UInt64) {
    self.recipe = recipe
    self.encoding = encoding
    self.seed = seed
  }

  /// Plays the games of the given numbers. Game i draws from stream i + 1 of
  /// the seed, whatever is played beside it.
  mutating func play(
    _ numbers: Range<Int>,
    with network: Network,
    into experience: inout Experience
  ) {
    experience.removeAll(
      games: numbers.count,
      longest: encoding.rules.squareCount
    )
    games.removeAll(keepingCapacity: true)
    for number in numbers {
      games.append(
        Game(
          number,
          place: number - numbers.lowerBound,
          recipe: recipe,
          rules: encoding.rules,
          seed: seed
        )
      )
    }
    while !games.isEmpty {
      for i in games.indices {
        games[i].meet(encoding, group, in: &experience)
      }
      experience.evaluate(with: network)
      var playing = 0
      for i in games.indices {
        games[i].move(in: &experience)
        if games[i].position.outcome == nil {
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
  /// Its number among those of an update.
  let place: Int

  var position: Position
  var rng: SeededGenerator
  var explores: Bool
  var row = -1

  /// Starts a game after its random opening; one that ends the game is drawn
  /// again.
  init(
    _ number: Int,
    place: Int,
    recipe: REINFORCE.Recipe,
    rules: Rules,
    seed: UInt64
  ) {
    self.place = place
    rng = SeededGenerator(seed: seed, stream: UInt64(number) + 1)
    repeat {
      position = Position(rules: rules)
      for _ in 0..<rng.next(below: recipe.openingPlies + 1) {
        guard let move = position.legalMoves.random(using: &rng) else { break }
        position = position.playing(move)
      }
    } while position.outcome != nil
    explores = rng.nextUnit() < recipe.exploration
  }

  /// Turns the game to how the network sees it: from there on it is the same
  /// game. Gives its position a row.
  mutating func meet(
    _ encoding: Encoding,
    _ group: SymmetryGroup,
    in experience: inout Experience
  ) {
    position = encoding.view(of: position, group: group).position
    let (row, isNew) = experience.row(of: position)
    if isNew { encoding.append(position, to: &experience.batch) }
    self.row = row
  }

  /// Makes a move, by the policy or at random.
  mutating func move(in experience: inout Experience) {
    let random = explores ? position.legalMoves.random(using: &rng) : nil
    let action =
      random?.index ?? experience.policies[row].sample(using: &rng)
    let step = Experience.Step(row: row, action: action, isExploring: explores)
    experience.append(step, to: place)
    explores = false
    position = position.playing(Square(action))
    if case .win = position.outcome { experience.win(place) }
  }
}

extension Squares {
  /// Draws one of the squares; nil if there is none.
  fileprivate func random(using rng: inout SeededGenerator) -> Square? {
    if isEmpty { return nil }
    var rest = self
    for _ in 0..<rng.next(below: count) { _ = rest.next() }
    return rest.next()
  }
}
