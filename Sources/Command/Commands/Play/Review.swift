import TicTacToe

/// Where a finished game was thrown away, and what would have been best.
enum Review {
  /// One sentence for each move that lowered the value of its position; after
  /// the last of them nothing changed any more, so it decided the game.
  ///
  /// `note` says who moved for a side, from a space on.
  static func lines(
    of moves: [Square],
    note: (Mark) -> String
  ) -> [String] {
    var position = Position()
    var lines: [String] = []
    for (index, move) in moves.enumerated() {
      let side = position.sideToMove
      let kept = Oracle.value(of: position)
      let value = Oracle.prospect(of: move, in: position).value
      if value < kept {
        let words = ["a loss", "a draw", "a win"]
        let names = Oracle.bestMoves(in: position)
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
    guard let last = lines.popLast() else { return ["Nobody made a mistake."] }
    return lines + [last + " That decided the game."]
  }
}
