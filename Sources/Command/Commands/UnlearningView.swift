import Numbers
import Training

/// The bad moves that a run has named and unlearned, in words.
struct UnlearningView {
  let unlearning: Unlearning

  /// Whether what unlearning broke is known.
  var countsBroken = true

  /// What was named by each source that named any, and what unlearning it took:
  ///
  ///     927 moves named in hindsight
  ///     in 20 rounds 480 positions refuted, 3,944 more misplayed by the solution
  ///     133 steps against these, which broke 3,241 positions
  var lines: [String] {
    var lines: [String] = []
    if unlearning.hindsight > 0 {
      lines.append("\(counted(\.hindsight, "move")) named in hindsight")
    }
    if unlearning.rounds > 0 {
      var found = ["\(counted(\.refutations, "position")) refuted"]
      if unlearning.blunders > 0 {
        found.append("\(grouped(\.blunders)) more misplayed by the solution")
      }
      lines.append(
        "in \(counted(\.rounds, "round")) " + found.joined(separator: ", ")
      )
      lines.append(
        "\(counted(\.steps, "step")) against these"
          + (countsBroken
            ? ", which broke " + counted(\.broken, "position") : "")
      )
    }
    return lines.isEmpty ? ["none named"] : lines
  }

  /// The same in one line.
  var summary: String {
    let found =
      "bad: \(grouped(\.hindsight)) in hindsight, \(grouped(\.refutations)) "
      + "refuted"
    guard countsBroken else { return found + "; \(grouped(\.steps)) steps" }
    return found + ", \(grouped(\.blunders)) by the solution; "
      + "\(grouped(\.steps)) steps broke \(grouped(\.broken))"
  }

  private func counted(_ path: KeyPath<Unlearning, Int>, _ unit: String)
    -> String
  {
    "\(grouped(path)) \(unit)\(unlearning[keyPath: path] == 1 ? "" : "s")"
  }

  private func grouped(_ path: KeyPath<Unlearning, Int>) -> String {
    NumberFormat.grouped(unlearning[keyPath: path])
  }
}
