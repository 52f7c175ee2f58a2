/// A group of symmetries of one board, tabulated so that positions can be
/// mapped fast.
public struct SymmetryGroup: Sendable, Hashable {
  public let rules: Rules

  /// The symmetries, by number: 8 on a square board, else 4; or 1, the
  /// identity.
  public let symmetries: [Symmetry]

  /// Images of squares, of shape [symmetries, squares].
  private let squares: [Square]

  /// The images of 8 bits under each symmetry, of shape [bytes, values]. In a
  /// group of fewer than 8 the other lanes repeat the identity.
  private let images: [SIMD8<UInt64>]

  /// The number of each symmetry's inverse, of shape [symmetries].
  private let inverses: [Int]

  /// Tabulates all symmetries of a board.
  ///
  /// - Complexity: O(symmetries · (symmetries + bytes of the board · 256)).
  public init(_ rules: Rules) {
    self.init(rules, Symmetry.all(of: rules))
  }

  /// The group that takes every position to itself alone.
  public static func identity(of rules: Rules) -> SymmetryGroup {
    SymmetryGroup(rules, [Symmetry.all(of: rules)[0]])
  }

  private init(_ rules: Rules, _ symmetries: [Symmetry]) {
    self.rules = rules
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
    let byteCount = ((rules.columns + 1) * rules.rows + 7) / 8
    var images = [SIMD8<UInt64>](repeating: .zero, count: 256 * byteCount)
    for square in board {
      let own = Bitboard(square, in: rules).rawValue
      var image = SIMD8(repeating: own)
      for (number, symmetry) in symmetries.enumerated() {
        let square = symmetry.image(of: square, in: rules)
        image[number] = Bitboard(square, in: rules).rawValue
      }
      let (byte, bit) = own.trailingZeroBitCount
        .quotientAndRemainder(dividingBy: 8)
      images[256 * byte + 1 << bit] = image
    }
    // The image of a union is the union of the images.
    for place in images.indices {
      let others = place & (place - 1) & 255
      if others == 0 { continue }
      let lowest = place & 255 & ~others
      images[place] = images[place - lowest] | images[place - others]
    }
    self.images = images
  }

  public func image(of square: Square, under number: Int) -> Square {
    precondition(
      (0..<rules.squareCount).contains(square.index),
      "square \(square.index) on a board of \(rules.squareCount) squares"
    )
    return squares[number * rules.squareCount + square.index]
  }

  public func inverse(of number: Int) -> Int {
    inverses[number]
  }

  /// The image of a set of squares under the symmetry of a number.
  ///
  /// - Complexity: O(bytes of the board).
  public func image(of bitboard: Bitboard, under number: Int) -> Bitboard {
    precondition(
      symmetries.indices.contains(number),
      "symmetry \(number) of \(symmetries.count)"
    )
    return Bitboard(rawValue: images(of: bitboard)[number])
  }

  /// The images of a set of squares under each symmetry, by number.
  @inline(__always)
  private func images(of bitboard: Bitboard) -> SIMD8<UInt64> {
    var union = SIMD8<UInt64>.zero
    var remaining = bitboard.rawValue
    var byte = 0
    while remaining != 0 {
      union |= images[byte &+ Int(truncatingIfNeeded: remaining & 255)]
      remaining >>= 8
      byte &+= 256
    }
    return union
  }

  public func image(of position: Position, under number: Int) -> Position {
    requireBoard(of: position)
    return Position(
      rules: rules, mover: image(of: position.mover, under: number),
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
    if symmetries.count == 1 { return (position, 0) }
    let movers = images(of: position.mover)
    let opponents = images(of: position.opponent)
    var (mover, opponent) = (movers[0], opponents[0])
    var symmetry = 0
    for number in 1..<8 where movers[number] <= mover {
      if (movers[number], opponents[number]) < (mover, opponent) {
        (mover, opponent) = (movers[number], opponents[number])
        symmetry = number
      }
    }
    let least = Position(
      rules: rules, mover: Bitboard(rawValue: mover),
      opponent: Bitboard(rawValue: opponent)
    )
    return (least, symmetry)
  }

  /// The least image of a pair of sets.
  ///
  /// - Complexity: O(symmetries · bytes of the board).
  func least(_ first: UInt64, _ second: UInt64) -> (UInt64, UInt64) {
    let firsts = images(of: Bitboard(rawValue: first))
    let seconds = images(of: Bitboard(rawValue: second))
    var least = (firsts[0], seconds[0])
    for number in 1..<8 where firsts[number] <= least.0 {
      if (firsts[number], seconds[number]) < least {
        least = (firsts[number], seconds[number])
      }
    }
    return least
  }

  /// The number of different images of a position.
  ///
  /// - Complexity: O(symmetries · bytes of the board).
  func imageCount(of position: Position) -> Int {
    if symmetries.count == 1 { return 1 }
    let stabilizer = symmetries.indices.count {
      image(of: position, under: $0) == position
    }
    return symmetries.count / stabilizer
  }

  private func requireBoard(of position: Position) {
    precondition(
      position.rules == rules,
      "a position of \(position.rules) among the symmetries of \(rules)"
    )
  }
}

extension SymmetryGroup {
  public static func == (lhs: SymmetryGroup, rhs: SymmetryGroup) -> Bool {
    lhs.rules == rhs.rules && lhs.symmetries == rhs.symmetries
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(rules)
    hasher.combine(symmetries.count)
  }
}

extension Position {
  /// Whether a position of the same board has the lesser pair (mover bits,
  /// opponent bits), the mover's compared first.
  package func isOrderedBefore(_ other: Position) -> Bool {
    (mover.rawValue, opponent.rawValue)
      < (other.mover.rawValue, other.opponent.rawValue)
  }
}
