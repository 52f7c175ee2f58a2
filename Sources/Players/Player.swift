public import TicTacToe

/// Whoever chooses moves.
public protocol Player: Sendable {
  /// A short name for tables.
  var name: String { get }

  /// Chooses a move in a position that is not over; nil resigns.
  mutating func move(
    in position: Position,
    using rng: inout some RandomNumberGenerator
  ) -> Square?
}
