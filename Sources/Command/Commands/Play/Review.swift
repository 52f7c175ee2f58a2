import TicTacToe

/// The mistakes of a finished game, and the best moves in their place.
enum Review {
  /// One sentence for each move that lowered the value of its position; the
  /// last of them decided the game.
  ///
  /// - Parameters:
  ///   - note: Names the player of a side, after a space.
  static func lines(
    of moves: [Square], _ oracle: Oracle, note: (Mark) -> String
  ) -> [String] {
    var position = Position(rules: oracle.board.rules)
    var lines: [String] = []
    var undecided = 0
    for (index, move) in moves.enumerated() {
      let side = position.sideToMove
      let kept = oracle.value(of: position)
      let value = oracle.prospect(of: move, in: position).value
      if kept == nil || value == nil { undecided += 1 }
      if let kept, let value, value < kept {
        let words = ["a loss", "a draw", "a win"]
        let names = oracle.bestMoves(in: position)
          .map(position.rules.name(of:)).joined(separator: ", ")
        lines.append(
          "Move \(index + 1), \(side.rawValue) "
            + "\(position.rules.name(of: move))\(note(side))"
            + " turned \(words[kept + 1]) into \(words[value + 1]); "
            + "best: \(names)."
        )
      }
      position = position.playing(move)
    }
    guard undecided == 0 else {
      let unit = undecided == 1 ? "move is" : "moves are"
      return lines + ["\(undecided) \(unit) too hard to judge exactly."]
    }
    guard let last = lines.popLast() else { return ["Nobody made a mistake."] }
    return lines + [last + " That decided the game."]
  }
}
