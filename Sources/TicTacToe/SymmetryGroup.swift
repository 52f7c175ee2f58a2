/// All symmetries of one board, tabulated so that positions can be mapped fast.
public struct SymmetryGroup: Sendable {
  /// The board.
  public let rules: Rules

  /// The symmetries, by number: 8 on a square board, else 4.
  public let symmetries: [Symmetry]

  /// Images of squares, of shape [symmetries, squares].
  private let squares: [Square]

  /// Images of bytes, of shape [bytes, values, symmetries]: those of one byte
  /// lie side by side, since a canonical image is sought among all of them.
  private let bytes: [UInt64]

  /// The number of each symmetry's inverse.
  private let inverses: [Int]

  /// The symmetries of 3×3.
  public static let ticTacToe = SymmetryGroup(.ticTacToe)

  /// Tabulates the symmetries of a board.
  ///
  /// - Complexity: O(symmetries · (symmetries + bytes of the board · 256)).
  public init(_ rules: Rules) {
    self.rules = rules
    let symmetries = Symmetry.all(of: rules)
    let board = (0..<rules.squareCount).map(Square.init)
    inverses = symmetries.map { symmetry in
      let inverse = symmetries.firstIndex { candidate in
        board.allSatisfy {
          let image = symmetry.image(of: $0, in: rules)
          return candidate.image(of: image, in: rules) == $0
        }
      }
      guard let inverse else {
        preconditionFailure("no inverse of \(symmetry)")
      }
      return inverse
    }
    squares = symmetries.flatMap { symmetry in
      board.map { symmetry.image(of: $0, in: rules) }
    }
    self.symmetries = symmetries
    let count = symmetries.count
    let used = (rules.columns + 1) * rules.rows
    var bytes = [UInt64](repeating: 0, count: (used + 7) / 8 * 256 * count)
    for square in board {
      let bit = Bitboard(square, in: rules).rawValue.trailingZeroBitCount
      for (number, symmetry) in symmetries.enumerated() {
        let image = symmetry.image(of: square, in: rules)
        bytes[(bit / 8 * 256 + 1 << (bit % 8)) * count + number] =
          Bitboard(image, in: rules).rawValue
      }
    }
    // The image of a union is the union of the images.
    for entry in bytes.indices {
      let (place, number) = entry.quotientAndRemainder(dividingBy: count)
      let value = place % 256
      let rest = value & (value - 1)
      if rest == 0 { continue }
      bytes[entry] =
        bytes[(place - value + rest) * count + number]
        | bytes[(place - rest) * count + number]
    }
    self.bytes = bytes
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
  public func inverse(of number: Int) -> Int {
    inverses[number]
  }

  /// Where the symmetry of a number takes a set of squares.
  ///
  /// - Complexity: O(bytes of the board).
  public func image(of bitboard: Bitboard, under number: Int) -> Bitboard {
    let count = symmetries.count
    precondition(
      (0..<count).contains(number),
      "symmetry \(number) of \(count)"
    )
    var remaining = bitboard.rawValue
    var image: UInt64 = 0
    var entry = number
    while remaining != 0 {
      image |= bytes[entry &+ Int(remaining & 255) &* count]
      remaining >>= 8
      entry &+= 256 &* count
    }
    return Bitboard(rawValue: image)
  }

  /// Where the symmetry of a number takes a position.
  public func image(of position: Position, under number: Int) -> Position {
    requireBoard(of: position)
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
  /// - Complexity: O(symmetries · bytes of the board).
  public func canonical(
    _ position: Position
  ) -> (position: Position, symmetry: Int) {
    requireBoard(of: position)
    var (mover, opponent) = (position.mover, position.opponent)
    var symmetry = 0
    for number in 1..<symmetries.count {
      let image = image(of: position.mover, under: number)
      // Most images are out by the mover's bits alone.
      if image.rawValue > mover.rawValue { continue }
      let other = self.image(of: position.opponent, under: number)
      if image != mover || other.rawValue < opponent.rawValue {
        (mover, opponent, symmetry) = (image, other, number)
      }
    }
    let least = Position(rules: rules, mover: mover, opponent: opponent)
    return (least, symmetry)
  }

  private func requireBoard(of position: Position) {
    precondition(
      position.rules == rules,
      "a position of \(position.rules) among the symmetries of \(rules)"
    )
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
