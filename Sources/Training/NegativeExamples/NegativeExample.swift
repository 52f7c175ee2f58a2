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
