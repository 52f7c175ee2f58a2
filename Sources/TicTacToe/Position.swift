/// A board as the side to move sees it: its own stones and the opponent's.
public struct Position: Hashable, Sendable {
  public let rules: Rules

  /// The stones of the side to move.
  public private(set) var mover: Bitboard

  /// The stones of the side that moved last.
  public private(set) var opponent: Bitboard

  public init(rules: Rules) {
    self.init(rules: rules, mover: [], opponent: [])
  }

  /// Creates a position from stones that the caller knows to be legal.
  package init(rules: Rules, mover: Bitboard, opponent: Bitboard) {
    self.rules = rules
    self.mover = mover
    self.opponent = opponent
  }

  /// Hashes the stones alone: positions kept together are of one board.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(mover.rawValue)
    hasher.combine(opponent.rawValue)
  }

  /// The number of moves made.
  public var ply: Int { mover.count + opponent.count }

  /// Whose turn it is, or would be if the game were not over: X moves first.
  public var sideToMove: Mark {
    mover.count == opponent.count ? .x : .o
  }

  public func stones(of mark: Mark) -> Bitboard {
    mark == sideToMove ? mover : opponent
  }

  /// The squares without a stone.
  public var empty: Bitboard {
    Bitboard.full(in: rules).subtracting(mover.union(opponent))
  }

  /// How the game ended, or nil while it goes on.
  public var outcome: Outcome? {
    if opponent.hasLine(in: rules) { return .win(sideToMove.opponent) }
    return empty.isEmpty ? .draw : nil
  }

  /// The squares of the legal moves; empty exactly when the game is over.
  public var legal: Bitboard {
    opponent.hasLine(in: rules) ? [] : empty
  }

  /// The legal moves, ascending; empty exactly when the game is over.
  public var legalMoves: Squares { legal.squares(in: rules) }

  /// Plays a move.
  ///
  /// - Throws: `IllegalMove`, the position unchanged, if the square is off the
  ///   board or taken or the game is over.
  public mutating func play(_ square: Square) throws(IllegalMove) {
    guard (0..<rules.squareCount).contains(square.index) else {
      throw .offTheBoard(square)
    }
    guard empty.contains(square, in: rules) else { throw .taken(square) }
    guard outcome == nil else { throw .gameOver }
    self = playing(square)
  }

  /// The position after a move that the caller knows to be legal.
  package func playing(_ square: Square) -> Position {
    Position(
      rules: rules, mover: opponent,
      opponent: mover.union(Bitboard(square, in: rules))
    )
  }
}

public enum IllegalMove: Error, Hashable {
  case offTheBoard(Square)
  case taken(Square)
  case gameOver
}
