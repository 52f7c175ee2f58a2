package import Checkpoints

/// What the loop has named bad and unlearned so far, by who named it.
public struct Unlearning: Sendable, Equatable {
  /// The losers' last unforced moves of the games played.
  public internal(set) var hindsight = 0

  /// The positions whose likeliest move a search found to lose, counted in each
  /// round that found them.
  public private(set) var refutations = 0

  /// The others whose likeliest move lowers the exact value, counted alike.
  public private(set) var blunders = 0

  /// How often bad moves were found by an evaluation and unlearned.
  public private(set) var rounds = 0

  /// The steps that this took.
  public private(set) var steps = 0

  /// The positions misplayed after a round that were not before it.
  public private(set) var broken = 0

  /// Creates the tally of a run that has not begun.
  public init() {}

  /// Counts a round: the moves found, the steps it took, and the positions that
  /// it broke.
  mutating func count(_ moves: BadMoves, steps: Int, broken: Int) {
    refutations += moves.refutations.positions
    blunders += moves.blunders.positions
    rounds += 1
    self.steps += steps
    self.broken += broken
  }

  private typealias Count = WritableKeyPath<Unlearning, Int> & Sendable

  private static let counts: [(key: String, path: any Count)] = [
    ("hindsight", \.hindsight), ("refutations", \.refutations),
    ("solution", \.blunders), ("rounds", \.rounds), ("steps", \.steps),
    ("broken", \.broken),
  ]

  /// The key in checkpoints and metrics.
  package static let key = "unlearned"

  /// The names of the counts, and the counts, in the same order.
  package static let names = counts.map(\.key)
  package var numbers: [Int] {
    Unlearning.counts.map { self[keyPath: $0.path] }
  }

  package var json: JSON {
    .object(
      zip(Unlearning.names, numbers).map { .init(key: $0, value: JSON($1)) }
    )
  }

  init(_ field: JSONField) throws(JSONError) {
    let object = try field.object(keys: Unlearning.names)
    for (key, path) in Unlearning.counts {
      self[keyPath: path] = try object.member(key).int(in: 0...mostCounted)
    }
  }

  /// Reads the tally of a checkpoint, which must be possible after its games.
  init(
    _ field: JSONField, games: Int, rounds most: Int, stepsPerRound: Int
  ) throws(JSONError) {
    try self.init(field)
    guard hindsight <= games, rounds <= most, steps <= rounds * stepsPerRound
    else {
      throw field.mismatch(
        "at most \(games) moves by hindsight, \(most) rounds, and "
          + "\(stepsPerRound) steps in each"
      )
    }
  }
}
