public import TicTacToe

/// Someone or something that chooses moves.
public protocol Player: Sendable {
  /// A short name for tables.
  var name: String { get }

  /// Chooses a move; nil if the game is over, or to resign.
  mutating func move(
    in position: Position, using rng: inout some RandomNumberGenerator
  ) -> Square?
}
