/// A square of a board, numbered from a1 along the row, then row by row up:
/// on 3×3, a1 b1 c1 a2 b2 c2 a3 b3 c3 are 0…8.
public struct Square: Hashable, Comparable, Sendable {
  public let index: Int

  /// Creates the square of a number, which the board it is used on must have.
  @inlinable
  public init(_ index: Int) {
    self.index = index
  }

  public static func < (lhs: Square, rhs: Square) -> Bool {
    lhs.index < rhs.index
  }
}

extension Rules {
  /// The square in the middle of an odd number of columns and rows.
  package var center: Square? {
    columns % 2 == 1 && rows % 2 == 1 ? Square(squareCount / 2) : nil
  }
}

/// The squares of a bitboard, ascending.
public struct Squares: Sequence, IteratorProtocol, Sendable {
  private var remaining: UInt64

  /// The least multiple of 2⁻¹⁶ above 1 / (columns + 1): a product with it
  /// divides every number of a bit, without a division each.
  private let reciprocal: Int

  init(_ bitboard: Bitboard, in rules: Rules) {
    remaining = bitboard.rawValue
    reciprocal = (1 << 16) / (rules.columns + 1) + 1
  }

  public var isEmpty: Bool { remaining == 0 }
  public var count: Int { remaining.nonzeroBitCount }
  public var underestimatedCount: Int { count }

  public mutating func next() -> Square? {
    guard remaining != 0 else { return nil }
    let bit = remaining.trailingZeroBitCount
    remaining &= remaining - 1
    return Square(bit &- (bit &* reciprocal) >> 16)
  }
}
