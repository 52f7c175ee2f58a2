/// All symmetries of one board, tabulated so that positions can be mapped fast.
public struct SymmetryGroup: Sendable {
  /// The board.
  public let rules: Rules

  /// The symmetries, by number: 8 on a square board, else 4.
  public let symmetries: [Symmetry]

  /// Images of squares, of shape [symmetries, squares].
  private let squares: [Square]

  /// Images of bits, of shape [symmetries, 64].
  private let bits: [UInt64]

  /// The symmetries of 3×3.
  public static let ticTacToe = SymmetryGroup(.ticTacToe)

  /// Tabulates the symmetries of a board.
  ///
  /// - Complexity: O(symmetries · squares).
  public init(_ rules: Rules) {
    self.rules = rules
    let symmetries = Symmetry.all(of: rules)
    self.symmetries = symmetries
    let board = (0..<rules.squareCount).map(Square.init)
    squares = symmetries.flatMap { symmetry in
      board.map { symmetry.image(of: $0, in: rules) }
    }
    var bits = [UInt64](repeating: 0, count: symmetries.count * 64)
    for (number, symmetry) in symmetries.enumerated() {
      for square in board {
        let bit = Bitboard(square, in: rules).rawValue.trailingZeroBitCount
        let image = symmetry.image(of: square, in: rules)
        bits[number * 64 + bit] = Bitboard(image, in: rules).rawValue
      }
    }
    self.bits = bits
  }

  /// Where the symmetry of a number takes a square.
  public func image(of square: Square, under number: Int) -> Square {
    precondition(
      (0..<rules.squareCount).contains(square.index),
      "square \(square.index) on a board of \(rules.squareCount) squares"
    )
    return squares[number * rules.squareCount + square.index]
  }

  /// The number of the symmetry that undoes the one of a number.
  ///
  /// - Complexity: O(symmetries · squares).
  public func inverse(of number: Int) -> Int {
    let board = (0..<rules.squareCount).map(Square.init)
    let inverse = symmetries.indices.first { candidate in
      board.allSatisfy {
        image(of: image(of: $0, under: number), under: candidate) == $0
      }
    }
    guard let inverse else { preconditionFailure("no inverse of \(number)") }
    return inverse
  }

  /// Where the symmetry of a number takes a set of squares.
  ///
  /// - Complexity: O(squares in the set).
  public func image(of bitboard: Bitboard, under number: Int) -> Bitboard {
    var remaining = bitboard.rawValue
    var image: UInt64 = 0
    while remaining != 0 {
      image |= bits[number * 64 + remaining.trailingZeroBitCount]
      remaining &= remaining - 1
    }
    return Bitboard(rawValue: image)
  }

  /// Where the symmetry of a number takes a position.
  public func image(of position: Position, under number: Int) -> Position {
    precondition(
      position.rules == rules,
      "a position of \(position.rules) among the symmetries of \(rules)"
    )
    return Position(
      rules: rules,
      mover: image(of: position.mover, under: number),
      opponent: image(of: position.opponent, under: number)
    )
  }

  /// The canonical image of a position, the one whose pair (mover bits,
  /// opponent bits) is least, mover first; and the lowest number of a symmetry
  /// that gives it.
  ///
  /// - Complexity: O(symmetries · stones).
  public func canonical(
    _ position: Position
  ) -> (position: Position, symmetry: Int) {
    var least = (position: position, symmetry: 0)
    for number in symmetries.indices.dropFirst() {
      let image = image(of: position, under: number)
      if image.precedes(least.position) { least = (image, number) }
    }
    return least
  }
}

extension Position {
  /// Whether a position of the same board has the lesser pair (mover bits,
  /// opponent bits), the mover's compared first.
  package func precedes(_ other: Position) -> Bool {
    (mover.rawValue, opponent.rawValue)
      < (other.mover.rawValue, other.opponent.rawValue)
  }
}
