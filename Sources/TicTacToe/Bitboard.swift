/// A set of squares, one bit each: column c of row r is bit
/// r · (columns + 1) + c.
///
/// The padding column between two rows is always empty, so that a line shifted
/// across the edge of the board meets no stone there.
public struct Bitboard: OptionSet, Hashable, Sendable {
  /// The bits, those of the padding column 0.
  public let rawValue: UInt64

  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  public init(_ square: Square, in rules: Rules) {
    precondition(
      0 <= square.index && square.index < rules.squareCount,
      "square \(square.index) on a board of \(rules.squareCount) squares"
    )
    rawValue = 1 << UInt64(square.index + square.index / rules.columns)
  }

  public static func full(in rules: Rules) -> Bitboard {
    let row: UInt64 = (1 << UInt64(rules.columns)) - 1
    var bits: UInt64 = 0
    for _ in 0..<rules.rows {
      bits = bits << UInt64(rules.columns + 1) | row
    }
    return Bitboard(rawValue: bits)
  }

  public var count: Int { rawValue.nonzeroBitCount }

  public func squares(in rules: Rules) -> Squares {
    Squares(self, in: rules)
  }

  public func contains(_ square: Square, in rules: Rules) -> Bool {
    contains(Bitboard(square, in: rules))
  }

  /// Whether the set holds a whole line: `inARow` squares side by side in a
  /// row, a column or a diagonal.
  ///
  /// - Complexity: O(`inARow`), without a look at single squares.
  public func hasLine(in rules: Rules) -> Bool {
    let stride = UInt64(rules.columns + 1)
    var (rows, columns) = (rawValue, rawValue)
    var (rising, falling) = (rawValue, rawValue)
    for step in 1..<UInt64(max(rules.inARow, 1)) {
      rows &= rawValue >> step
      columns &= rawValue >> (step &* stride)
      rising &= rawValue >> (step &* (stride &+ 1))
      falling &= rawValue >> (step &* (stride &- 1))
    }
    return rows | columns | rising | falling != 0
  }
}
