import Checkpoints
import Evaluation
import TicTacToe
import Training

extension RunHistory {
  /// The run as other programs read it.
  func json(hasEvaluations: Bool) -> JSON {
    let last = evaluations.last?.figures
    let isWalked = options.board.scope != .graph
    return [
      "run": JSON(path), "state": JSON(state.rawValue),
      "method": JSON(options.method), "seed": JSON(options.seed),
      "command": JSON(options.command), "unit": JSON(options.unit),
      "done": JSON(done), "budget": JSON(options.recipe.budget),
      "verdict": JSON(last?.verdict?.rawValue),
      "nashConv": JSON(last?.nashConv), "blunders": JSON(last?.blunders),
      "board": isWalked ? JSON(options.board.rules.text) : nil,
      "walked": isWalked ? JSON(last?.walked) : nil,
      "evaluations": hasEvaluations
        ? .array(evaluations.compactMap(\.json)) : nil,
    ]
  }
}

extension MetricsEntry {
  fileprivate var json: JSON? {
    figures.map { figures in
      [
        "done": JSON(done), "nashConv": JSON(figures.nashConv),
        "blunders": JSON(figures.blunders), "entropy": JSON(figures.entropy),
        "verdict": JSON(figures.verdict?.rawValue), "seconds": JSON(seconds),
        "walked": figures.walked.map { JSON($0) },
        Unlearning.key: figures.unlearning?.json,
      ]
    }
  }
}

extension [RunHistory] {
  /// Every evaluation as a line of CSV (RFC 4180), the names of the columns
  /// first; the last line without its end.
  var csv: String {
    let head =
      "run,unit,done,nashConv,blunders,entropy,verdict,seconds,"
      + Unlearning.names.joined(separator: ",")
    let lines = flatMap { run in
      run.evaluations.compactMap { $0.csv(of: run) }
    }
    return ([head] + lines).joined(separator: "\n")
  }
}

extension MetricsEntry {
  fileprivate func csv(of run: RunHistory) -> String? {
    guard let figures else { return nil }
    func field(_ number: (some CustomStringConvertible)?) -> String {
      number.map(\.description) ?? ""
    }
    let counts = figures.unlearning?.numbers.map { "\($0)" }
    var fields = [csvField(run.path), run.options.unit, "\(done)"]
    fields += [field(figures.nashConv), field(figures.blunders)]
    fields += [field(figures.entropy), figures.verdict?.rawValue ?? ""]
    fields.append(field(seconds))
    fields += counts ?? Unlearning.names.map { _ in "" }
    return fields.joined(separator: ",")
  }
}

/// A name as a field of CSV: on one line, in quotes if it needs them, and a text
/// to a spreadsheet even if it begins as a formula does.
///
/// It goes by Unicode scalars: `,` with an accent is one `Character`.
package func csvField(_ name: String) -> String {
  let scalars = printable(name).unicodeScalars
  let guarded = scalars.first.map("=+-@".unicodeScalars.contains) ?? false
  let text = (guarded ? "'" : "") + String(scalars)
  guard text.utf8.contains(where: ",\"".utf8.contains) else { return text }
  let parts = text.unicodeScalars.split(
    separator: "\"", omittingEmptySubsequences: false
  )
  return "\"" + parts.map { String($0) }.joined(separator: "\"\"") + "\""
}
