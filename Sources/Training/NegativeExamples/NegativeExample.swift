public import TicTacToe

/// The known bad moves of one position.
public struct NegativeExample: Sendable, Equatable {
  public let position: Position

  /// The legal moves to avoid; at least one legal move is left.
  public let bad: Bitboard

  /// Creates an example.
  ///
  /// - Precondition: `bad` is neither empty nor all legal moves.
  public init(position: Position, bad: Bitboard) {
    let legal = position.outcome == nil ? position.empty : []
    precondition(
      !bad.isEmpty && bad.isStrictSubset(of: legal),
      "bad moves \(String(bad.rawValue, radix: 2)) in \(position.text)"
    )
    self.position = position
    self.bad = bad
  }
}

extension Bitboard {
  /// The squares, bit i standing for square i, without the padding.
  func mask(in rules: Rules) -> UInt64 {
    squares(in: rules).reduce(0) { $0 | 1 << UInt64($1.index) }
  }
}

/// How much negative examples say, and how much of it is true.
public struct LabelStatistics: Sendable, Equatable {
  public let positions: Int

  /// The labels: moves named as bad.
  public let labels: Int

  /// Wrong labels: the move keeps the position's exact value.
  public let wrong: Int

  /// Whether every bad move of the positions is named, so that the examples say
  /// as much as their good moves would.
  public let isComplete: Bool

  /// Compares examples with the solution, as far as it is known.
  ///
  /// - Complexity: O(examples) on 3×3.
  public init(of examples: [NegativeExample], on board: Board) {
    var (labels, wrong, missing) = (0, 0, 0)
    for example in examples {
      guard let optimal = board.optimalMoves(in: example.position) else {
        continue
      }
      let bad = example.position.empty.subtracting(optimal)
      labels += example.bad.count
      wrong += example.bad.intersection(optimal).count
      missing += bad.subtracting(example.bad).count
    }
    positions = examples.count
    self.labels = labels
    self.wrong = wrong
    isComplete = missing == 0
  }
}
