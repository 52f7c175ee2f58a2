/// The rules as a variants file of Fairy-Stockfish, for engines that read such a
/// file. Stones are pieces that drop and never move.
enum TicTacToeVariant {
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
