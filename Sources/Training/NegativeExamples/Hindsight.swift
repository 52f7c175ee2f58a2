internal import TicTacToe

/// Blame from play alone: whoever lost made a last move, and it was bad unless
/// it was forced.
enum Hindsight {
  /// Whether every legal move of a position allows an immediate loss, so that
  /// none of them is to blame for it.
  static func isForced(_ position: Position) -> Bool {
    position.legalMoves.allSatisfy { move in
      LookAhead.wins(position.playing(move), within: 1)
    }
  }

  /// The loser's last move in a game, as a bad move of the position it was
  /// made in; nil if the game was drawn, the move forced, or the loser never
  /// moved.
  ///
  /// What it knows: the rules and who won. It may blame a move where all was
  /// lost already, and it never sees a win that was missed.
  static func mistake(in moves: [Square]) -> Mistake? {
    let positions = moves.reduce(into: [Position()]) { positions, move in
      positions.append(positions[positions.count - 1].playing(move))
    }
    guard case .win = positions[moves.count].outcome, moves.count >= 2 else {
      return nil
    }
    let position = positions[moves.count - 2]
    let move = moves[moves.count - 2]
    if isForced(position) { return nil }
    return try? Mistake(move, in: position)
  }
}
