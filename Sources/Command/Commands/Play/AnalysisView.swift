import Numbers
import Players
import TicTacToe

/// Every move of a position: what a policy thinks of it and, apart from that,
/// what is exactly true.
struct AnalysisView {
  private let moves: [Line]

  private struct Line {
    let name: String
    let share: String
    let prospect: Exactly.Prospect
  }

  /// The moves, best first, then by the policy's liking.
  init(position: Position, policy: any Policy) {
    let shares = policy.probabilities(in: position)
    moves = position.legalMoves
      .map { (move: $0, prospect: Exactly.prospect(of: $0, in: position)) }
      .sorted { lhs, rhs in
        let (left, right) = (shares[lhs.move.index], shares[rhs.move.index])
        return (rhs.prospect.value, right, lhs.move.index)
          < (lhs.prospect.value, left, rhs.move.index)
      }
      .map { move, prospect in
        Line(
          name: position.rules.name(of: move),
          share: NumberFormat.percent(Double(shares[move.index]), places: 1),
          prospect: prospect
        )
      }
  }

  /// A table of 38 columns.
  var lines: [String] {
    ["move  policy thinks   exactly  over in"]
      + moves.map { line in
        line.name.padded(to: 6) + line.share.leftPadded(to: 13) + "   "
          + line.prospect.verb.padded(to: 9) + length(line)
      }
  }

  /// One sentence a move.
  var sentences: [String] {
    moves.map { line in
      "\(line.name): the policy thinks \(line.share); exactly, it "
        + "\(line.prospect.verb), over in \(length(line))."
    }
  }

  private func length(_ line: Line) -> String {
    let distance = line.prospect.distance
    return distance == 1 ? "1 move" : "\(distance) moves"
  }
}
