internal import NeuralNetwork
internal import Players
package import TicTacToe
package import Training

/// A player of tables that learns from games with itself: for each position a
/// row of logits, and a mean of what came of it.
///
/// It learns as a network does from all actions (``PolicyGradient``): the same
/// games, gradient and schedules. But nothing carries over: a position never
/// met has logits of 0 and is worth 0. Images under the symmetries of the board
/// are one position.
package struct TablePlayer: Policy {
  /// What ranks its moves; it learns the same by either.
  package enum Choice: Sendable {
    /// Its logits.
    case logits

    /// Q, one ply ahead by the rules and its values.
    case values
  }

  package let name = "table"
  package let isSymmetric = true
  package let isDeterministic = true
  package private(set) var games = 0

  private let recipe: PolicyGradient.Recipe
  private let choice: Choice
  private let group: SymmetryGroup
  private var rows: Rows

  // Scratch of one update, kept for its memory.
  private var selfPlay: SelfPlay
  private var experience: Experience

  /// Starts from empty tables.
  ///
  /// - Parameter memory: The most bytes of all rows. When they are spent, no
  ///   position is added; arrays that grow hold up to twice as much.
  package init(
    recipe: PolicyGradient.Recipe, seed: UInt64, on board: Board,
    by choice: Choice, memory: Int = 512 << 20
  ) {
    self.recipe = recipe
    self.choice = choice
    group = board.group
    let squares = board.rules.squareCount
    rows = Rows(squares: squares, most: memory / Rows.bytes(squares: squares))
    selfPlay = SelfPlay(recipe: recipe, seed: seed)
    experience = Experience(
      on: board, .planes(board.rules), forgetsPositions: true
    )
  }

  /// How many positions have a row.
  package var positionCount: Int { rows.index.positions.count }

  /// The numbers by which it chooses its moves: a logit a square of each
  /// position, or a value a position.
  package var parameterCount: Int {
    positionCount * (choice == .logits ? group.rules.squareCount : 1)
  }

  /// The greedy move alone, of shape [squares]; ties go to the lowest square of
  /// the canonical image.
  package func probabilities(in position: Position) -> [Float] {
    if position.outcome != nil { return position.noProbabilities }
    let (view, symmetry) = group.canonical(position)
    let ranks =
      choice == .logits ? rows.logits(of: view) : actionValues(in: view)
    let back = group.inverse(of: symmetry)
    let move = view.greedyMove(by: Array(ranks)).map {
      group.image(of: $0, under: back).index
    }
    return ranks.indices.map { $0 == move ? 1 : 0 }
  }

  /// Plays one batch of games and learns from it.
  package mutating func update() {
    let (rate, entropy) = recipe.schedule(after: games)
    let numbers = games..<min(games + recipe.batch, recipe.games)
    selfPlay.play(numbers, into: &experience) {
      $0.evaluate(by: rows.logits)
    }
    let places = experience.numbers.map {
      rows.insert(experience.positions[$0])
    }
    let visits = countReturns(places)
    for (row, place) in places.enumerated() {
      guard let place else { continue }
      let policy = experience.policies[row]
      let position = rows.index.positions[place]
      let loss =
        Loss.expectedReturn(of: policy, values: actionValues(in: position))
        + Loss.entropyBonus(of: policy, weight: entropy)
      rows.step(
        place, against: loss.scaled(by: visits[row]).gradient, rate: rate
      )
    }
    games = numbers.upperBound
  }

  /// Moves the value of each position towards every return from it; gives how
  /// often each row of the experience was met.
  private mutating func countReturns(_ places: [Int?]) -> [Float] {
    var visits = [Float](repeating: 0, count: places.count)
    for game in 0..<experience.gameCount {
      let episode = experience.episode(game)
      // From the side of the last move, then from that of the one before.
      var value = episode.result
      for step in episode.steps.reversed() {
        visits[step.row] += 1
        if let place = places[step.row], !step.isExploring {
          rows.values.update(place, with: value)
        }
        value *= -recipe.discount
      }
    }
    return visits
  }

  /// Q of every move, of shape [squares]: 1 where it wins, 0 where it fills the
  /// board or is illegal, else −γ V.
  private func actionValues(in position: Position) -> OutcomeVector {
    var values = OutcomeVector(count: group.rules.squareCount)
    for move in position.legalMoves {
      let next = position.playing(move)
      switch next.outcome {
      case .win: values[move.index] = 1
      case .draw: break
      case nil:
        let place = rows.index.place(of: group.canonical(next).position)
        let value = place.map { rows.values[$0] } ?? 0
        values[move.index] = -recipe.discount * value
      }
    }
    return values
  }
}

/// The rows of the tables, by position.
private struct Rows: Sendable {
  private let squares: Int
  private let most: Int

  private(set) var index = PositionIndex()

  /// The mean return from each position, of shape [positions].
  var values = RunningMeans(positions: 0)

  // Of shape [positions, squares]; the moments are Adam's.
  private var logits: [Float] = []
  private var means: [Float] = []
  private var meanSquares: [Float] = []

  /// How many steps each row has made, of shape [positions].
  private var steps: [Int32] = []

  /// - Parameter most: The most positions.
  init(squares: Int, most: Int) {
    self.squares = squares
    self.most = most
  }

  /// The bytes of one row: three numbers a square, the position, its value, its
  /// steps and up to eight slots of the index.
  static func bytes(squares: Int) -> Int {
    12 * squares + MemoryLayout<Position>.stride + 16 + 4 + 32
  }

  /// The place of a position, a new one if there is room; nil if there is none.
  mutating func insert(_ position: Position) -> Int? {
    if let place = index.place(of: position) { return place }
    guard steps.count < most else { return nil }
    let zeros = repeatElement(Float(0), count: squares)
    logits += zeros
    means += zeros
    meanSquares += zeros
    steps.append(0)
    return index.insert(position)
  }

  private func range(_ place: Int) -> Range<Int> {
    place * squares..<(place + 1) * squares
  }

  /// The logits of a position, of shape [squares]; 0 if it has no row.
  func logits(of position: Position) -> OutcomeVector {
    guard let place = index.place(of: position) else {
      return OutcomeVector(count: squares)
    }
    return OutcomeVector(logits[range(place)])
  }

  /// Makes a step of Adam against a gradient of shape [squares]. A row's
  /// moments change in its own steps only.
  mutating func step(
    _ place: Int, against gradient: OutcomeVector, rate: Float
  ) {
    let range = range(place)
    var adam = Adam(
      learningRate: rate, steps: Int(steps[place]),
      means: Array(means[range]), squares: Array(meanSquares[range])
    )
    var row = Array(logits[range])
    var parameters = row.mutableSpan
    adam.update(&parameters, against: Array(gradient).span)
    steps[place] += 1
    for (offset, number) in range.enumerated() {
      logits[number] = row[offset]
      means[number] = adam.means[offset]
      meanSquares[number] = adam.squares[offset]
    }
  }
}
