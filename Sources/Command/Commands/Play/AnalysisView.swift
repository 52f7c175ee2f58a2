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

  /// How good a move is: the greater, the better.
  private static func rank(_ prospect: Oracle.Prospect) -> Double {
    guard let value = prospect.value else { return -0.5 }
    let distance = Double(prospect.distance ?? 0)
    return Double(value) * (2 - distance / 100)
  }

  /// Sorts the moves by their results, quick wins and late losses first, then
  /// by their probabilities.
  init(position: Position, policy: any Policy, oracle: Oracle) {
    let shares = policy.shown.probabilities(in: position)
    moves = position.legalMoves
      .map { (move: $0, prospect: oracle.prospect(of: $0, in: position)) }
      .sorted { lhs, rhs in
        // What is undecided stands between the draws and the losses.
        let (left, right) = (
          AnalysisView.rank(lhs.prospect), AnalysisView.rank(rhs.prospect)
        )
        return (right, shares[rhs.move.index], lhs.move.index)
          < (left, shares[lhs.move.index], rhs.move.index)
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
    let hasLengths = moves.contains { !$0.prospect.length.isEmpty }
    return ["move  policy thinks   exactly" + (hasLengths ? "  over in" : "")]
      + moves.map { line in
        line.name.padded(to: 6) + line.share.leftPadded(to: 13) + "   "
          + (line.prospect.length.isEmpty
            ? line.prospect.verb
            : line.prospect.verb.padded(to: 9) + line.prospect.length)
      }
  }

  /// One sentence a move.
  var sentences: [String] {
    moves.map { line in
      "\(line.name): the policy thinks \(line.share); "
        + line.prospect.clause
        + (line.prospect.length.isEmpty
          ? "." : ", over in \(line.prospect.length).")
    }
  }
}
