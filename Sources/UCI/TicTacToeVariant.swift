internal import TicTacToe

/// The protocol's variant `tictactoe`, the only board that it names.
enum TicTacToeVariant {
  static let rules = Rules.ticTacToe

  /// The stones that a side has at the start of a game.
  static func stones(of mark: Mark) -> Int {
    (rules.squareCount + (mark == .x ? 1 : 0)) / 2
  }

  /// The rules as a variants file of Fairy-Stockfish, for engines that read
  /// such a file. Stones are pieces that drop and never move.
  static var file: String {
    """
    [tictactoe]
    maxRank = \(rules.rows)
    maxFile = \(rules.columns)
    immobile = p
    startFen = \(Position(rules: rules).fen)
    pieceDrops = true
    doubleStep = false
    castling = false
    stalemateValue = draw
    immobilityIllegal = false
    connectN = \(rules.inARow)
    """
  }
}
