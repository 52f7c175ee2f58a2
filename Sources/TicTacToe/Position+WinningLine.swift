extension Rules {
  /// The squares of each line that starts at a square, from its lowest to its
  /// highest: along the row, then falling, up the column, rising.
  fileprivate func lines(from start: Square) -> [[Square]] {
    let (row, column) = start.index.quotientAndRemainder(dividingBy: columns)
    let reach = inARow - 1
    return [(1, 0), (-1, 1), (0, 1), (1, 1)].compactMap { right, up in
      guard (0..<columns).contains(column + reach * right),
        row + reach * up < rows
      else { return nil }
      return (0..<inARow).map {
        Square((row + $0 * up) * columns + column + $0 * right)
      }
    }
  }

  /// Every line of the board, by its lowest square.
  ///
  /// - Complexity: O(squares · `inARow`).
  var lines: [Bitboard] {
    if inARow == 1 {
      return (0..<squareCount).map { Bitboard(Square($0), in: self) }
    }
    return (0..<squareCount).flatMap { lines(from: Square($0)) }.map { line in
      line.reduce(into: []) { $0.formUnion(Bitboard($1, in: self)) }
    }
  }

  /// How many lines go through each square, of shape [squares].
  ///
  /// - Complexity: O(squares · `inARow`).
  package var lineCounts: [Int] {
    var counts = [Int](repeating: 0, count: squareCount)
    // A line of one square has no direction.
    if inARow == 1 { return counts.map { _ in 1 } }
    for start in 0..<squareCount {
      for line in lines(from: Square(start)) {
        for square in line { counts[square.index] += 1 }
      }
    }
    return counts
  }
}

extension Position {
  /// The squares of a line that has won, from its lowest to its highest; ties
  /// go to the one that starts lowest. Nil if nobody has won.
  ///
  /// - Complexity: O(squares · `inARow`).
  public var winningLine: [Square]? {
    for start in opponent.squares(in: rules) {
      for line in rules.lines(from: start)
      where line.allSatisfy({ opponent.contains($0, in: rules) }) {
        return line
      }
    }
    return nil
  }
}
