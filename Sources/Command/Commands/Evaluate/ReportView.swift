import Evaluation
import Numbers
import TicTacToe

struct ReportView {
  private let report: PolicyReport
  private let oracle: Oracle

  init(_ report: PolicyReport, _ oracle: Oracle) {
    self.report = report
    self.oracle = oracle
  }

  var lines: [String] {
    let proof = report.proof
    let rules = oracle.board.rules
    var lines: [String] = []
    if oracle.board.scope != .graph {
      lines.append(
        "board            \(rules.name) · "
          + (proof.gameValue > 0 ? "X wins" : "a draw") + " by best play"
      )
    }
    lines.append("verdict          \(verdict)")
    if let refutation { lines.append("refutation       \(refutation)") }
    let sampled = proof.sampled
    let nashConv =
      report.isGreedyNetwork
      ? "\(figure(proof.greedy.nashConv)) greedy · "
        + "\(figure(sampled.nashConv)) sampled"
      : figure(sampled.nashConv)
    lines.append(
      "NashConv         \(nashConv)   (a best reply gains "
        + "\(figure(sampled.asX)) against X, "
        + "\(figure(sampled.asO)) against O)"
    )
    lines.append(
      "losing lines     "
        + "\(NumberFormat.grouped(report.losingLinesAsX.count)) as X · "
        + "\(NumberFormat.grouped(report.losingLinesAsO.count)) as O"
    )
    lines.append(
      "blunders         \(NumberFormat.grouped(report.misplayed)) of "
        + "\(NumberFormat.grouped(proof.blunders.positions)) positions · "
        + "probability \(figure(proof.blunders.mass)) on bad moves"
    )
    if let margin = proof.blunders.margin {
      lines.append("margin           \(figure(Double(margin))) in logits")
    }
    let finish = report.finish
    lines.append(
      "finish           \(tally(finish.missedWins)) wins in one passed over · "
        + "\(tally(finish.slowerWins)) wins slower · "
        + "\(tally(finish.hastenedLosses)) losses hastened"
    )
    lines.append(row("", "as X", "as O"))
    lines.append(row("vs random", report.againstRandom))
    lines.append(row("vs perfect", report.againstPerfect))
    return lines
  }

  private var verdict: String {
    let positions = NumberFormat.grouped(report.proof.blunders.positions)
    let misplayed =
      "\(NumberFormat.grouped(report.misplayed)) of \(positions) positions "
      + (report.isDeterministic ? "misplayed" : "may be misplayed")
    let isWon = report.proof.gameValue > 0
    let asO = "as O lost against best play, as every policy is"
    return switch report.verdict {
    case .perfect where isWon:
      "perfect: as X it always wins; \(asO); optimal in all "
        + "\(positions) positions"
    case .keepsValue:
      "keeps the game's value: as X it always wins; \(asO); \(misplayed)"
    case .beatable where isWon:
      "does not keep the game's value: as X it does not always win; \(misplayed)"
    case .perfect:
      "perfect: no opponent can beat it; optimal in all \(positions) positions"
    case .unbeatable: "unbeatable: no opponent can beat it; \(misplayed)"
    case .beatable: "beatable: \(misplayed)"
    }
  }

  /// The shortest game that refutes it, the policy's blunders marked.
  private var refutation: String? {
    report.refutation.map {
      (report.isDeterministic ? "" : "may be ") + $0.words(oracle)
    }
  }

  private func tally(_ tally: Finish.Tally) -> String {
    // Tenths say nothing of thousands.
    let count =
      report.isDeterministic || tally.expected >= 1000
      ? NumberFormat.grouped(Int(tally.expected.rounded()))
      : NumberFormat.decimal(tally.expected, places: 1)
    return "\(count) of \(NumberFormat.grouped(tally.positions))"
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

extension ReportView {
  /// The words of a report, for help.
  static let terms: [CommandSpecification.Entry] = [
    .init(
      "verdict",
      "Unbeatable: no opponent can beat the player, with any probability. "
        + "Perfect: also every move that it can make is optimal, in every "
        + "position. A network is judged by its likeliest moves, above "
        + "temperature 0 by all; other policies by all that they draw."
    ),
    .init(
      "NashConv",
      "The gains of the best replies, summed over both seats, 0 to 2; for a "
        + "network by its likeliest moves, and if its moves were drawn."
    ),
    .init("losing lines", "The games that the player can lose, of all games."),
    .init(
      "blunders",
      "The positions in which the player can make a bad move, one that turns a "
        + "win into a draw or worse, or a draw into a loss; and the mean "
        + "probability of such moves, for a network if its moves were drawn."
    ),
    .init(
      "margin",
      "The lead of the best logit of a good move over that of a bad one, in "
        + "the worst position; below 0 if a position is misplayed."
    ),
    .init(
      "finish",
      "The positions in which a move passes over a win in one, delays a win or "
        + "hastens a loss; if moves are drawn, their expected number."
    ),
    .init("W D L", "The shares won, drawn and lost, in percent."),
  ]
}

extension String {
  /// The text with spaces after it, at least `width` characters long.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
