package import TicTacToe

/// The board of all studies: their figures are exact because everything about
/// 3×3 is known.
package let ticTacToe = Board(.ticTacToe)
