public import TicTacToe

/// A player that chooses moves in another program and may fail, such as a UCI
/// engine. It may be asked about several games at a time, each by one worker.
public protocol ExternalPlayer: Sendable {
  /// A text that, with the name, tells it from every other player.
  var identity: String { get }

  /// Chooses a move after others from the empty board; the game is not over.
  ///
  /// - Parameter game: The number of the game.
  func move(
    inGame game: Int, after moves: [Square]
  ) throws(ExternalPlayerFailure) -> Square

  /// Tells it that it will be asked for no other move of the game.
  func finish(game: Int)
}

/// The reason why an external player chose no move.
public enum ExternalPlayerFailure: Error, Hashable, Sendable {
  /// It loses the game; the reason is a verb phrase.
  case forfeit(String)

  /// The tournament is to stop; the game does not count.
  case stopped
}
