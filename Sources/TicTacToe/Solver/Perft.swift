/// Counts of move sequences, the customary check of a move generator.
public enum Perft {
  /// The number of ways to play exactly `depth` moves from a position.
  ///
  /// - Complexity: O(the count), by walking every sequence.
  public static func sequences(from position: Position, depth: Int) -> Int {
    precondition(depth >= 0, "perft to depth \(depth)")
    if depth == 0 { return 1 }
    return position.legalMoves.reduce(0) { count, move in
      count + sequences(from: position.playing(move), depth: depth - 1)
    }
  }

  /// The number of complete games from a position.
  ///
  /// - Complexity: O(the count), by walking every game.
  public static func games(from position: Position) -> Int {
    if position.outcome != nil { return 1 }
    return position.legalMoves.reduce(0) { count, move in
      count + games(from: position.playing(move))
    }
  }
}
