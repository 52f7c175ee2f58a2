/// A symmetry of the board: columns mirrored or not, then quarter turns
/// anticlockwise.
public struct Symmetry: Hashable, Sendable {
  /// Quarter turns anticlockwise, 0…3.
  public let quarterTurns: Int

  public let isMirrored: Bool

  /// The symmetries of a board in the order of their numbers: turns by 0°, 90°,
  /// 180° and 270°, then the same after mirroring; without the turns by 90° and
  /// 270° on a board that is not square.
  public static func all(of rules: Rules) -> [Symmetry] {
    let step = rules.columns == rules.rows ? 1 : 2
    return [false, true].flatMap { isMirrored in
      stride(from: 0, to: 4, by: step).map { quarterTurns in
        Symmetry(quarterTurns: quarterTurns, isMirrored: isMirrored)
      }
    }
  }

  public func image(of square: Square, in rules: Rules) -> Square {
    var column = square.index % rules.columns
    var row = square.index / rules.columns
    var (width, height) = (rules.columns, rules.rows)
    if isMirrored { column = width - 1 - column }
    for _ in 0..<quarterTurns {
      (column, row) = (height - 1 - row, column)
      swap(&width, &height)
    }
    return Square(row * rules.columns + column)
  }
}
