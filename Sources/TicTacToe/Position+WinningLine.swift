extension Position {
  /// The squares of a line that has won, from its lowest to its highest; of
  /// several, the one that starts lowest. Nil if nobody has won.
  ///
  /// - Complexity: O(squares · `inARow`).
  public var winningLine: [Square]? {
    for start in opponent.squares(in: rules) {
      let (row, column) = start.index.quotientAndRemainder(
        dividingBy: rules.columns
      )
      for (right, up) in [(1, 0), (-1, 1), (0, 1), (1, 1)] {
        let reach = rules.inARow - 1
        guard (0..<rules.columns).contains(column + reach * right),
          row + reach * up < rules.rows
        else { continue }
        let line = (0..<rules.inARow).map {
          Square((row + $0 * up) * rules.columns + column + $0 * right)
        }
        if line.allSatisfy({ opponent.contains($0, in: rules) }) {
          return line
        }
      }
    }
    return nil
  }
}
