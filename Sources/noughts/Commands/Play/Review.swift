import TicTacToe

/// Where a finished game was thrown away, and what would have been best.
enum Review {
  /// One sentence for each move that lowered the value of its position.
  static func lines(of moves: [Square], you: Mark) -> [String] {
    var position = Position()
    var lines: [String] = []
    for (index, move) in moves.enumerated() {
      let side = position.sideToMove
      let best = Exactly.bestMoves(in: position)
      if let value = Exactly.value(of: move, in: position),
        let kept = best.first.flatMap({ Exactly.value(of: $0, in: position) }),
        value < kept
      {
        let words = ["a loss", "a draw", "a win"]
        let names = best.map(position.rules.name(of:)).joined(separator: ", ")
        lines.append(
          "Move \(index + 1), \(side.rawValue) "
            + "\(position.rules.name(of: move)) "
            + (side == you ? "(you)" : "(the policy)")
            + " turned \(words[kept + 1]) into \(words[value + 1]); "
            + "best: \(names)."
        )
      }
      try? position.play(move)
    }
    return lines.isEmpty ? ["Nobody made a mistake."] : lines
  }
}
