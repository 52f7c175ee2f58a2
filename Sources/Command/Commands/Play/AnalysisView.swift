import Numbers
import Players
import TicTacToe

/// The moves of a position: the probability that a policy gives each, and
/// their exact results.
struct AnalysisView {
  private let moves: [Line]

  private struct Line {
    let name: String
    let share: String
    let prospect: Oracle.Prospect
  }

  /// Sorts the moves by their results, quick wins and late losses first, then
  /// by their probabilities.
  init(position: Position, policy: any Policy, oracle: Oracle) {
    let shares = policy.shown.probabilities(in: position)
    moves = position.legalMoves
      .map { (move: $0, prospect: oracle.prospect(of: $0, in: position)) }
      .sorted { lhs, rhs in
        let (left, right) = (lhs.prospect, rhs.prospect)
        return (
          right.value, left.value * left.distance, shares[rhs.move.index],
          lhs.move.index
        ) < (
          left.value, left.value * right.distance, shares[lhs.move.index],
          rhs.move.index
        )
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
          + line.prospect.verb.padded(to: 9) + line.prospect.length
      }
  }

  /// One sentence a move.
  var sentences: [String] {
    moves.map { line in
      "\(line.name): the policy thinks \(line.share); exactly, it "
        + "\(line.prospect.verb), over in \(line.prospect.length)."
    }
  }
}
