internal import TicTacToe

/// Search by a few plies, without the solution.
enum LookAhead {
  /// Whether the side to move can force a win within a number of plies.
  ///
  /// - Complexity: O(squares^plies).
  static func wins(_ position: Position, within plies: Int) -> Bool {
    guard plies > 0 else { return false }
    return position.legalMoves.contains { move in
      let next = position.playing(move)
      if let outcome = next.outcome {
        return outcome == .win(position.sideToMove)
      }
      return plies > 2
        && next.legalMoves.allSatisfy { reply in
          let after = next.playing(reply)
          return after.outcome == nil && wins(after, within: plies - 2)
        }
    }
  }
}
