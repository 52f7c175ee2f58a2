import Checkpoints
import Evaluation
import TicTacToe
import Training

extension RunHistory {
  /// The run as other programs read it.
  func json(hasEvaluations: Bool) -> JSON {
    let last = evaluations.last?.figures
    var members: [JSON.Member] = [
      .init(key: "run", value: JSON(path)),
      .init(key: "state", value: JSON(state.rawValue)),
      .init(key: "method", value: JSON(options.method)),
      .init(key: "seed", value: JSON(options.seed)),
      .init(key: "command", value: JSON(options.command)),
      .init(key: "unit", value: JSON(options.unit)),
      .init(key: "done", value: JSON(done)),
      .init(key: "budget", value: JSON(options.recipe.budget)),
      .init(
        key: "verdict",
        value: last?.verdict.map { JSON($0.rawValue) } ?? .null
      ),
      .init(key: "nashConv", value: last?.nashConv.map { JSON($0) } ?? .null),
      .init(key: "blunders", value: last?.blunders.map { JSON($0) } ?? .null),
    ]
    if options.board.scope != .graph {
      members.append(.init(key: "board", value: JSON(options.board.rules.text)))
      members.append(
        .init(key: "walked", value: last?.walked.map { JSON($0) } ?? .null)
      )
    }
    if hasEvaluations {
      members.append(
        .init(key: "evaluations", value: .array(evaluations.compactMap(\.json)))
      )
    }
    return .object(members)
  }
}

extension MetricsEntry {
  fileprivate var json: JSON? {
    figures.map { figures in
      var members: [JSON.Member] = [
        .init(key: "done", value: JSON(done)),
        .init(
          key: "nashConv", value: figures.nashConv.map { JSON($0) } ?? .null
        ),
        .init(
          key: "blunders", value: figures.blunders.map { JSON($0) } ?? .null
        ),
        .init(
          key: "entropy", value: figures.entropy.map { JSON($0) } ?? .null
        ),
        .init(
          key: "verdict",
          value: figures.verdict.map { JSON($0.rawValue) } ?? .null
        ),
        .init(key: "seconds", value: seconds.map { JSON($0) } ?? .null),
      ]
      if let walked = figures.walked {
        members.append(.init(key: "walked", value: JSON(walked)))
      }
      if let unlearning = figures.unlearning {
        members.append(.init(key: Unlearning.key, value: unlearning.json))
      }
      return .object(members)
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
    var fields = [quotedField(run.path), run.options.unit, "\(done)"]
    fields += [field(figures.nashConv), field(figures.blunders)]
    fields += [field(figures.entropy), figures.verdict?.rawValue ?? ""]
    fields.append(field(seconds))
    fields += counts ?? Unlearning.names.map { _ in "" }
    return fields.joined(separator: ",")
  }
}

/// A field of CSV, in quotes if it needs them.
private func quotedField(_ text: String) -> String {
  guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
  return "\"" + text.replacing("\"", with: "\"\"") + "\""
}
