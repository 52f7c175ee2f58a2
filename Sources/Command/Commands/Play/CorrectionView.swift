import Evaluation
import Numbers
import TicTacToe
import Training

/// The effect of a correction, in lines of text.
struct CorrectionView {
  let correction: Correction
  let move: Square
  let position: Position
  let oracle: Oracle

  /// Whether the player draws its moves: the correction and its proof are about
  /// the likeliest.
  let isDrawing: Bool

  /// The file that keeps the mistake.
  let path: String

  var lines: [String] {
    let side = position.sideToMove.rawValue
    let prospect = oracle.prospect(of: move, in: position)
    let best = oracle.value(of: position)
    let unit = correction.steps == 1 ? "step" : "steps"
    let comparison = correction.comparison
    let (before, after) = (correction.before.verdict, correction.after.verdict)
    return [
      "Marked \(side) \(position.rules.name(of: move)) in \(position.text), "
        + "kept in \(path).",
      oracle.isMistake(move, in: position)
        ? "In truth, it \(prospect.verb) while others "
          + (best == 1 ? "win." : "draw.")
        : prospect.value == nil
          ? "Whether it is one is too hard to judge exactly."
          : "In truth, it is not a mistake: it \(prospect.verb).",
      correction.steps == 0
        ? "Nothing to correct: another move is likelier there."
        : correction.isComplete
          ? "Corrected in \(correction.steps) \(unit)"
            + (comparison.map { ": " + TrainReport.summary(of: $0) } ?? "")
            + "."
          : "Not unlearned in \(correction.steps) \(unit).",
      (isDrawing ? "By its likeliest moves it is " : "It is ")
        + "\(before == after ? "still" : "now") "
        + "\(after?.words ?? "undecided"); \(judged).",
    ]
  }

  /// How the verdict was found.
  private var judged: String {
    guard let comparison = correction.comparison,
      let misplayed = correction.after.misplayed
    else {
      return "\(NumberFormat.grouped(correction.after.walked ?? 0)) positions "
        + "were walked"
    }
    return "\(NumberFormat.grouped(misplayed)) positions are misplayed, "
      + "\(NumberFormat.grouped(comparison.changed)) moves changed"
  }
}

extension Verdict {
  /// The verdict in a sentence.
  fileprivate var words: String {
    self == .keepsValue ? "sure to win as X" : rawValue
  }
}
