internal import TicTacToe

/// Labels from outcomes only: the loser's last move is bad unless every move
/// lost.
enum Hindsight {
  /// Whether every legal move of a position allows an immediate loss.
  static func isForced(_ position: Position) -> Bool {
    position.legalMoves.allSatisfy { move in
      LookAhead.wins(position.playing(move), within: 1)
    }
  }

  /// The loser's last move in a game; nil if the game was drawn, the move was
  /// forced or the loser never moved.
  ///
  /// It uses the rules and the result only. It may blame a move in a position
  /// that was lost already, and it never sees a missed win.
  static func mistake(in moves: [Square], on rules: Rules) -> Mistake? {
    let start = Position(rules: rules)
    let positions = moves.reduce(into: [start]) { positions, move in
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
