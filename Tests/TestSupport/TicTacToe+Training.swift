public import Checkpoints
public import Evaluation
public import Players
public import TicTacToe
public import Tournament
public import Training

// Runs and tournaments of 3×3, as most tests have.

extension RunOptions {
  public init(
    seed: UInt64,
    goal: Goal? = nil,
    recipe: any LearningRecipe = PolicyGradient.Recipe(),
    start: Start? = nil,
    mistakes: Mistakes? = nil,
    watched: Watched? = nil
  ) {
    self.init(
      seed: seed,
      on: .ticTacToe,
      goal: goal,
      recipe: recipe,
      start: start,
      mistakes: mistakes,
      watched: watched
    )
  }
}

extension RunFolder {
  public init(_ path: String) {
    self.init(path, on: .ticTacToe)
  }
}

extension TrainingRun {
  public init(checkpoint bytes: [UInt8]) throws(JSONError) {
    try self.init(checkpoint: bytes, on: .ticTacToe)
  }
}

extension PolicyGradient {
  public init(recipe: Recipe, seed: UInt64, start: NetworkPolicy? = nil) {
    self.init(recipe: recipe, seed: seed, on: .ticTacToe, start: start)
  }
}

extension NegativeExamples {
  public init(
    recipe: Recipe,
    seed: UInt64,
    examples: [NegativeExample],
    start: NetworkPolicy? = nil,
    anchors: [Position]? = nil
  ) {
    self.init(
      recipe: recipe,
      seed: seed,
      on: .ticTacToe,
      examples: examples,
      start: start,
      anchors: anchors
    )
  }

  public static func examples(
    for recipe: Recipe,
    seed: UInt64,
    mistakes: [Mistake] = []
  ) -> [NegativeExample] {
    examples(for: recipe, seed: seed, on: .ticTacToe, mistakes: mistakes)
  }
}

extension Imitation {
  public init(
    recipe: Recipe,
    seed: UInt64,
    watched: Demonstrations? = nil,
    start: NetworkPolicy? = nil
  ) {
    self.init(
      recipe: recipe,
      seed: seed,
      on: .ticTacToe,
      watched: watched,
      start: start
    )
  }
}

extension GAIL {
  public init(recipe: Recipe, seed: UInt64, watched: Demonstrations? = nil) {
    self.init(recipe: recipe, seed: seed, on: .ticTacToe, watched: watched)
  }
}

extension Demonstrations {
  public init() {
    self.init(on: .ticTacToe)
  }

  public init(
    of table: PolicyTable,
    games: Int,
    openingPlies: Int = 0,
    seed: UInt64
  ) {
    self.init(
      of: table,
      on: .ticTacToe,
      games: games,
      openingPlies: openingPlies,
      seed: seed
    )
  }
}

extension Correction {
  public init(
    of policy: NetworkPolicy,
    mistakes: [Mistake],
    replacing previous: NetworkPolicy? = nil,
    recipe: NegativeExamples.Recipe = NegativeExamples.Recipe(),
    seed: UInt64 = 1
  ) throws(Divergence) {
    try self.init(
      of: policy,
      on: .ticTacToe,
      mistakes: mistakes,
      replacing: previous,
      recipe: recipe,
      seed: seed
    )
  }
}

extension MistakesFile {
  public init(_ text: String) throws(Damage) {
    try self.init(text, on: .ticTacToe)
  }
}

extension Mistake {
  public init?(line: some StringProtocol) throws(Reason) {
    try self.init(line: line, rules: .ticTacToe)
  }
}

extension LabelStatistics {
  public init(of examples: [NegativeExample]) {
    self.init(of: examples, on: .ticTacToe)
  }
}

extension Participant {
  public init(_ name: String, _ policy: any Policy) {
    self.init(name, policy, on: .ticTacToe)
  }
}

extension OpeningBook {
  /// The empty board alone.
  public static let none = OpeningBook(plies: 0)

  public init(plies: Int) {
    self.init(plies: plies, on: .ticTacToe)
  }

  public init(_ text: String) throws(Damage) {
    try self.init(text, rules: .ticTacToe)
  }
}

extension SampledTournament {
  public init(
    of participants: [Participant],
    from book: OpeningBook,
    gamesPerMatch: Int,
    seed: UInt64
  ) {
    self.init(
      of: participants,
      from: book,
      gamesPerMatch: gamesPerMatch,
      seed: seed,
      on: .ticTacToe
    )
  }
}

extension GameRecord {
  package init(line: [UInt8]) throws(JSONError) {
    try self.init(line: line, rules: .ticTacToe)
  }

  package init(
    game: Int,
    x: String,
    o: String,
    opening: [Square],
    moves: [Square],
    outcome: Outcome,
    forfeit: String? = nil
  ) {
    self.init(
      rules: .ticTacToe,
      game: game,
      x: x,
      o: o,
      opening: opening,
      moves: moves,
      outcome: outcome,
      forfeit: forfeit
    )
  }
}

extension TrainTestSplit {
  public static func shown(fraction: Float, seed: UInt64) -> Set<Position> {
    shown(
      fraction: fraction,
      of: Board.ticTacToe.decisionClasses,
      seed: seed
    )
  }

  package static func order(seed: UInt64) -> [Position] {
    order(of: Board.ticTacToe.decisionClasses, seed: seed)
  }
}

extension Discriminator {
  public init(
    _ form: Form,
    hidden: Int = 128,
    using rng: inout some RandomNumberGenerator
  ) {
    self.init(
      form,
      encoding: .planes(isCanonical: false),
      hidden: hidden,
      using: &rng
    )
  }
}
