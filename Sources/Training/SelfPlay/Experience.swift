internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// Games of self-play, with what the policy thought of every position in them.
///
/// It is filled anew for each update; its memory is kept.
struct Experience {
  /// A learned move.
  struct Step {
    /// The row of the position it was made in.
    let row: Int

    /// The move, as the network sees the board.
    let action: Int

    /// Whether it was drawn at random instead of from the policy.
    let isExploring: Bool
  }

  /// A game from its first learned move on.
  struct Episode {
    /// The learned moves, the two sides taking turns.
    let steps: ArraySlice<Step>

    /// The result for the side that made the last move: 1 or 0.
    let result: Float
  }

  /// How many games there are.
  var gameCount: Int { lengths.count }

  /// The distinct positions met, as the network sees them.
  var positions: [Position] { index.positions }

  /// The same as inputs, with what the network made of them.
  var batch = Batch()

  /// The policy in each position.
  var policies: [Categorical] = []

  private var index = PositionIndex()

  /// The moves, of shape [games, moves a game can have].
  private var steps: [Step] = []
  private var lengths: [Int] = []
  private var results: [Float] = []
  private var longest = 0

  /// A game.
  func episode(_ game: Int) -> Episode {
    let first = game * longest
    return Episode(
      steps: steps[first..<first + lengths[game]],
      result: results[game]
    )
  }

  /// Forgets everything, for games of at most `longest` moves.
  mutating func removeAll(games: Int, longest: Int) {
    batch.removeAll()
    policies.removeAll(keepingCapacity: true)
    index.removeAll()
    self.longest = longest
    let none = Step(row: -1, action: -1, isExploring: false)
    steps.removeAll(keepingCapacity: true)
    steps.append(contentsOf: repeatElement(none, count: games * longest))
    lengths.removeAll(keepingCapacity: true)
    lengths.append(contentsOf: repeatElement(0, count: games))
    results.removeAll(keepingCapacity: true)
    results.append(contentsOf: repeatElement(0, count: games))
  }

  /// The row of a position; a new one if it was not met before.
  mutating func row(of position: Position) -> (row: Int, isNew: Bool) {
    let count = positions.count
    let row = index.insert(position)
    return (row, row == count)
  }

  /// Adds a move to a game.
  mutating func append(_ step: Step, to game: Int) {
    steps[game * longest + lengths[game]] = step
    lengths[game] += 1
  }

  /// Notes that the last move of a game won it.
  mutating func win(_ game: Int) { results[game] = 1 }

  /// Evaluates the rows that are new.
  mutating func evaluate(with network: Network) {
    network.evaluate(&batch)
    for row in policies.count..<batch.count {
      policies.append(
        Categorical(
          logits: batch.outcomes(ofRow: row),
          legal: positions[row].legalMask
        )
      )
    }
  }

  /// Evaluates all rows again, the network having changed.
  mutating func reevaluate(with network: Network) {
    batch.forgetOutputs()
    policies.removeAll(keepingCapacity: true)
    evaluate(with: network)
  }
}
