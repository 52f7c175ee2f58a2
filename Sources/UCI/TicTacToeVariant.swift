/// Tic-tac-toe as a file of variants of Fairy-Stockfish describes it, for
/// engines that know only how to read such a file.
enum TicTacToeVariant {
  /// The file. Stones are pieces that drop and never move.
  static let file = """
    [tictactoe]
    maxRank = 3
    maxFile = 3
    immobile = p
    startFen = 3/3/3[PPPPPpppp] w - - 0 1
    pieceDrops = true
    doubleStep = false
    castling = false
    stalemateValue = draw
    immobilityIllegal = false
    connectN = 3
    """
}
