import Evaluation
import Files
import Numbers
import Players
import TicTacToe
import Training

extension PlaySession {
  /// Marks a move of the policy in this game as bad, shows what that changed,
  /// and goes back to let it choose again. No square stands for its last move.
  mutating func mark(_ square: Square?) throws {
    guard case .person(let you) = seats else {
      return try console.print("Not marked: nobody plays against a policy.")
    }
    let own = moves.indices.filter { ($0 % 2 == 0) != (you == .x) }
    let index = own.last { square == nil || moves[$0] == square }
    guard let index else {
      return try complain(
        square.map { "\(name($0)) is no move of \(policy.name)'s here" }
          ?? "\(policy.name) has not moved yet"
      )
    }
    let position = moves[..<index].reduce(Position()) { $0.playing($1) }
    let correction: Correction
    do {
      let mistake = try Mistake(moves[index], in: position)
      correction = try teaching.mark(mistake)
    } catch let reason as Mistake.Reason {
      return try console.print("Not marked: \(reason.words).")
    } catch let error where error is Failure || error is FileError {
      let reason = Failure(error, command: nil).message
      return try console.print("Not marked: \(reason).")
    }
    let move = moves[index]
    marks.append(Marking(moves: moves, kept: index))
    moves.removeSubrange(index...)
    shown = nil
    try tell(correction, move, in: position)
  }

  private func tell(
    _ correction: Correction,
    _ move: Square,
    in position: Position
  ) throws {
    let side = position.sideToMove.rawValue
    let prospect = Oracle.prospect(of: move, in: position)
    let best = Oracle.value(of: position)
    let truth =
      prospect.value == best
      ? "Exactly, it is no mistake: it \(prospect.verb)."
      : "Exactly, it \(prospect.verb) where others "
        + (best == 1 ? "win." : "draw.")
    try console.print(
      "Marked \(side) \(name(move)) in \(position.text), kept in "
        + "\(teaching.path)."
    )
    try console.print(truth)
    let unit = correction.steps == 1 ? "step" : "steps"
    let comparison = correction.comparison
    try console.print(
      correction.isComplete
        ? "Corrected in \(correction.steps) \(unit): "
          + TrainReport.summary(of: comparison) + "."
        : "Not unlearned in \(correction.steps) \(unit)."
    )
    let (before, after) = (correction.before.verdict, correction.after.verdict)
    let blunders = NumberFormat.grouped(correction.after.blunders.count)
    try console.print(
      "It is \(before == after ? "still" : "now") \(after.rawValue); "
        + "\(blunders) positions are misplayed, "
        + "\(NumberFormat.grouped(comparison.changed)) moves changed."
    )
  }
}
