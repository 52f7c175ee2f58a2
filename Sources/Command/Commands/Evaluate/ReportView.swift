import Evaluation
import Numbers
import TicTacToe

/// A report as people read it.
struct ReportView {
  private let report: PolicyReport

  init(_ report: PolicyReport) {
    self.report = report
  }

  var lines: [String] {
    let proof = report.proof
    var lines = ["verdict          \(verdict)"]
    if let refutation { lines.append("refutation       \(refutation)") }
    lines.append(
      "NashConv         \(figure(proof.greedy.nashConv)) greedy · "
        + "\(figure(proof.sampled.nashConv)) sampled   (a best reply gains "
        + "\(figure(proof.sampled.asX)) against X, "
        + "\(figure(proof.sampled.asO)) against O)"
    )
    lines.append(
      "losing lines     \(NumberFormat.grouped(report.losingLinesAsX.count)) as X · "
        + "\(NumberFormat.grouped(report.losingLinesAsO.count)) as O"
    )
    lines.append(
      "blunders         \(NumberFormat.grouped(proof.blunders.count)) of "
        + "\(NumberFormat.grouped(proof.blunders.positions)) positions · "
        + "probability \(figure(proof.blunders.mass)) on bad moves"
    )
    if let margin = proof.blunders.margin {
      lines.append("margin           \(figure(Double(margin))) in logits")
    }
    lines.append(row("", "as X", "as O"))
    lines.append(row("vs random", report.againstRandom))
    lines.append(row("vs perfect", report.againstPerfect))
    return lines
  }

  private var verdict: String {
    let blunders = report.proof.blunders
    let positions = NumberFormat.grouped(blunders.positions)
    return switch report.proof.verdict {
    case .perfect:
      "perfect: no opponent can beat it; optimal in all \(positions) positions"
    case .unbeatable:
      "unbeatable: no opponent can beat it; "
        + "\(NumberFormat.grouped(blunders.count)) of \(positions) positions misplayed"
    case .beatable:
      "beatable: \(NumberFormat.grouped(blunders.count)) of \(positions) positions "
        + "misplayed"
    }
  }

  /// The shortest game it loses, the policy's blunders marked.
  private var refutation: String? {
    guard let (seat, moves) = report.refutation else { return nil }
    var position = Position()
    let solution = Solution.ticTacToe
    let words = moves.map { move in
      let optimal = solution.space.number(of: position).map {
        solution.optimalMoves[$0].contains(move, in: position.rules)
      }
      let isBlunder = position.sideToMove == seat && optimal == false
      let word =
        "\(position.sideToMove.rawValue) \(position.rules.name(of: move))"
      try? position.play(move)
      return isBlunder ? word + "?" : word
    }
    return "beaten by " + words.joined(separator: ", ")
  }

  private func figure(_ number: Double) -> String {
    NumberFormat.decimal(number, places: 4)
  }

  private func row(_ name: String, _ seats: PolicyReport.BothSeats) -> String {
    row(name, results(seats.asX), results(seats.asO))
  }

  private func row(_ name: String, _ x: String, _ o: String) -> String {
    name.padded(to: 17) + x.padded(to: 25) + o
  }

  private func results(_ result: ExpectedResult) -> String {
    let parts = [("W", result.win), ("D", result.draw), ("L", result.loss)]
    if let sure = parts.first(where: { $0.1 == 1 }) { return "\(sure.0) 100" }
    return parts.map {
      "\($0.0) \(NumberFormat.decimal($0.1 * 100, places: 1))"
    }
    .joined(separator: " ")
  }
}

extension String {
  /// The text with spaces after it, at least `width` characters long.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
