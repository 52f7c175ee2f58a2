package import NeuralNetwork
package import Players
package import TicTacToe

/// Games of self-play, with the policy's distribution in every position met.
///
/// It is refilled for each update and keeps its memory. Three kinds of `Int`
/// index it:
///
/// - A *number* is a position as the network sees it: `positions[number]`.
/// - A *row* is a distinct position met in these games: `numbers[row]` is its
///   number, `policies[row]` its distribution; so for the batch.
/// - An *action* is a square of the board that the network sees.
package struct Experience {
  /// A learned move.
  package struct Step {
    package let row: Int

    /// The move, as the network sees the board.
    let action: Int

    /// Whether it was uniformly random instead of drawn from the policy.
    package let isExploring: Bool

    /// Whether the exploiter made it, so that the policy does not learn from
    /// it.
    var isExploiters = false
  }

  /// A game from its first learned move on.
  package struct Episode {
    /// The learned moves, the two sides taking turns.
    package let steps: ArraySlice<Step>

    /// The result for the side that made the last move: 1 or 0.
    package let result: Float
  }

  /// All positions that have a number.
  package internal(set) var positions: GamePositions

  /// The numbers of the distinct positions met, as the network sees them, of
  /// shape [rows].
  package private(set) var numbers: [Int] = []

  /// The inputs and outputs of those positions, of shape [rows, …].
  var batch = Batch()

  /// The policy in those positions, of shape [rows].
  package private(set) var policies: [Categorical] = []

  /// The row of each number, −1 if it was not met; those beyond were not.
  private var rows: [Int32]

  /// The moves, of shape [games, plies].
  private var steps: [Step] = []
  private var lengths: [Int] = []
  private var results: [Float] = []

  private let encoding: Encoding

  /// The network's inputs for each number known from the start, of shape
  /// [positions, …]; empty unless a move is to be made there.
  private let inputs: Batch

  /// Whether no number is needed in the games to come, so that those of the
  /// positions met are given anew.
  private let forgetsPositions: Bool

  /// Creates room for games.
  package init(
    on board: Board, _ encoding: Encoding, forgetsPositions: Bool = false
  ) {
    self.forgetsPositions = forgetsPositions
    let positions = GamePositions(on: board, encoding)
    var inputs = Batch()
    for number in 0..<positions.count {
      if positions.isDecision(number) {
        encoding.append(positions[number], to: &inputs)
      } else {
        inputs.endRow()
      }
    }
    self.positions = positions
    self.encoding = encoding
    self.inputs = inputs
    rows = [Int32](repeating: -1, count: positions.count)
  }

  package var gameCount: Int { lengths.count }
  private var plies: Int { positions.mostPlies }

  package func episode(_ game: Int) -> Episode {
    let first = game * plies
    return Episode(
      steps: steps[first..<first + lengths[game]], result: results[game]
    )
  }

  /// Forgets everything, for a number of new games.
  mutating func removeAll(games: Int) {
    batch.removeAll()
    policies.removeAll(keepingCapacity: true)
    for number in numbers { rows[number] = -1 }
    if forgetsPositions { positions.removeAll() }
    numbers.removeAll(keepingCapacity: true)
    let none = Step(row: -1, action: -1, isExploring: false)
    steps.fill(none, count: games * plies)
    lengths.fill(0, count: games)
    results.fill(0, count: games)
  }

  /// The row of a decision as the network sees it; a new row if it was not met
  /// before.
  mutating func row(of number: Int) -> Int {
    while rows.count <= number { rows.append(-1) }
    if rows[number] < 0 {
      rows[number] = Int32(numbers.count)
      numbers.append(number)
      if number < inputs.count {
        batch.append(row: number, of: inputs)
      } else {
        encoding.append(positions[number], to: &batch)
      }
    }
    return Int(rows[number])
  }

  mutating func append(_ step: Step, to game: Int) {
    steps[game * plies + lengths[game]] = step
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
          legal: positions.legalMask(of: numbers[row])
        )
      )
    }
  }

  /// Evaluates the rows that are new without a network.
  ///
  /// - Parameter logits: Those of a position as a network sees it, of shape
  ///   [squares].
  package mutating func evaluate(by logits: (Position) -> OutcomeVector) {
    for row in policies.count..<numbers.count {
      policies.append(
        Categorical(
          logits: logits(positions[numbers[row]]),
          legal: positions.legalMask(of: numbers[row])
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

extension StateGraph {
  /// The legal moves of a position, bit i standing for square i.
  func legalMask(of number: Int) -> UInt64 {
    edges(of: number).reduce(0) { $0 | 1 << UInt64(move(along: $1).index) }
  }
}

extension Array {
  /// Becomes `count` times the same, its memory kept.
  mutating func fill(_ element: Element, count: Int) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(element, count: count))
  }
}
