public import TicTacToe

/// A player whose moves are asked for one by one, and who may fail: an engine
/// of others. Several games at a time are asked of it, each by one worker.
public protocol OutsidePlayer: Sendable {
  /// What makes it this player and no other, beside its name.
  var identity: String { get }

  /// Chooses a move in the game of a number, after some from the empty board
  /// that left one to choose.
  func move(
    inGame game: Int,
    after moves: [Square]
  ) throws(OutsideFailure) -> Square

  /// No other move of the game will be asked for.
  func finish(game: Int)
}

/// Why an outside player chose no move.
public enum OutsideFailure: Error, Hashable, Sendable {
  /// It loses the game, for a reason whose subject it is.
  case forfeit(String)

  /// The tournament is to stop; the game does not count.
  case stopped
}
