/// What best play makes of a position, for the side to move. The greater, the
/// better: a win soon, a win late, a draw, a loss late, a loss soon.
public struct Prospect: Hashable, Comparable, Sendable {
  /// A loss in d moves is 1 + d, a draw 64 − d, a win 128 − d; d is at most 31.
  private let rank: UInt8

  private init(rank: UInt8) {
    self.rank = rank
  }

  /// The other side has just won.
  public static let lost = Prospect(rank: 1)

  /// The board is full.
  public static let drawn = Prospect(rank: 64)

  public init(value: Int, distance: Int) {
    precondition(
      (0...31).contains(distance) && (-1...1).contains(value),
      "value \(value) after \(distance) moves"
    )
    let rank = [1 + distance, 64 - distance, 128 - distance][value + 1]
    self.init(rank: UInt8(rank))
  }

  /// Won 1, drawn 0, lost −1.
  public var value: Int {
    rank > 64 ? 1 : rank > 32 ? 0 : -1
  }

  /// The moves left if each side keeps the value, the winner hurries and the
  /// loser delays.
  public var distance: Int {
    switch value {
    case 1: 128 - Int(rank)
    case 0: 64 - Int(rank)
    default: Int(rank) - 1
    }
  }

  /// What the position is worth to the side that moved into it.
  public var afterMove: Prospect {
    switch value {
    case 1: Prospect(rank: 130 - rank)
    case 0: Prospect(rank: rank - 1)
    default: Prospect(rank: 128 - rank)
    }
  }

  /// Whether a move of this prospect is a soundest one where the best is
  /// `best`: it keeps the value and, in a decided game, wins soonest or loses
  /// latest.
  public func isSoundest(besides best: Prospect) -> Bool {
    self == best || value == 0 && best.value == 0
  }

  public static func < (lhs: Prospect, rhs: Prospect) -> Bool {
    lhs.rank < rhs.rank
  }
}
