import Checkpoints
import Evaluation
import Numbers
import TicTacToe

/// A report on a board of more than 16 squares.
struct SearchView {
  private let report: SearchReport
  private let oracle: Oracle

  init(_ report: SearchReport, _ oracle: Oracle) {
    self.report = report
    self.oracle = oracle
  }

  var lines: [String] {
    var lines = [
      "board            \(oracle.board.rules.name) · \(value)",
      "verdict          \(verdict)",
    ]
    if let refutation = report.proof.refutation {
      let words = refutation.words(oracle)
      lines.append(
        "refutation       " + (report.isDeterministic ? "" : "may be ") + words
      )
    }
    lines.append(
      "NashConv         – (beyond 16 squares a walk tells whether a player can "
        + "fail, not how often)"
    )
    lines.append("blunders         \(blunders)")
    for walk in report.proof.walks where walk.evaluations > 0 {
      lines.append(
        "walked as \(walk.seat.rawValue)      "
          + "\(NumberFormat.grouped(walk.evaluations)) positions, by ply "
          + walk.positionsByPly.filter { $0 > 0 }.map(NumberFormat.grouped)
          .joined(separator: " ")
          + " · checksum " + walk.checksumText
      )
    }
    return lines
  }

  private var value: String {
    switch report.proof.gameValue {
    case 0: "a draw by best play"
    case 1: "X wins by best play"
    default: "its value is not known"
    }
  }

  private var verdict: String {
    let counts = report.proof.walks.map {
      NumberFormat.grouped($0.evaluations)
    }
    let walked =
      "walked \(counts.joined(separator: " + ")) position"
      + (counts == ["1"] ? "" : "s")
    return switch report.proof.verdict {
    case .unbeatable, .perfect:
      "unbeatable: no opponent can beat it (\(walked))"
    case .keepsValue:
      "keeps the game's value: as X it always wins; as O lost against best "
        + "play, as every policy is (\(walked))"
    case .beatable where report.proof.gameValue == 1:
      "does not keep the game's value: as X it does not always win"
    case .beatable: "beatable"
    case nil: "undecided within the budget (\(walked))"
    }
  }

  private var blunders: String {
    let samples = report.samples
    guard samples.count > 0 else { return "– (no position sampled)" }
    let interval = samples.interval
    func figure(_ share: Double) -> String {
      NumberFormat.decimal(share, places: 4)
    }
    return "\(NumberFormat.grouped(samples.blunders)) of "
      + "\(NumberFormat.grouped(samples.count)) sampled positions, "
      + "[\(figure(interval.lowerBound)), \(figure(interval.upperBound))]"
      + (samples.undecided > 0
        ? ", \(NumberFormat.grouped(samples.undecided)) undecided" : "")
      + " · from random games"
  }
}

extension PolicyWalk {
  /// The checksum in 16 hexadecimal digits.
  var checksumText: String {
    let digits = String(checksum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension SearchReport.Samples {
  /// Wilson's interval of the share of blunders, widened by what is undecided,
  /// which may be one or not.
  var interval: ClosedRange<Double> {
    guard count > 0 else { return 0...1 }
    return Statistics.wilsonInterval(blunders, of: count)
      .lowerBound...Statistics.wilsonInterval(blunders + undecided, of: count)
      .upperBound
  }
}
