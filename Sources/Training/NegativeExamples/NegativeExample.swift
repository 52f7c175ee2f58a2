public import TicTacToe

/// Bad moves of one position, all that are known.
public struct NegativeExample: Sendable, Equatable {
  /// The position.
  public let position: Position

  /// The moves to avoid, legal ones; never all that are legal.
  public let bad: Bitboard

  /// Creates an example.
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
