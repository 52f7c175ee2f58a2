import TicTacToe

extension Arguments {
  /// Makes the board that a command is about.
  func board() -> Board { Board(.ticTacToe) }
}
