import Checkpoints
import Evaluation
import Players
import TicTacToe

/// All that is known of a player: every figure on a board of up to 16 squares,
/// beyond it what walks and searches prove.
enum PlayerReport {
  case exact(PolicyReport)
  case searched(SearchReport)

  init(of policy: any Policy, on board: Board, samples: Int, seed: UInt64) {
    guard board.scope == .search else {
      self = .exact(PolicyReport(of: policy, on: board))
      return
    }
    self = .searched(
      SearchReport(of: policy, on: board, samples: samples, seed: seed)
    )
  }

  /// What is proven; nil if nothing is.
  var verdict: Verdict? {
    switch self {
    case .exact(let report): report.verdict
    case .searched(let report): report.proof.verdict
    }
  }

  func lines(_ oracle: Oracle) -> [String] {
    switch self {
    case .exact(let report): ReportView(report, oracle).lines
    case .searched(let report): SearchView(report, oracle).lines
    }
  }

  /// The value of the empty board for X; nil if no search finds it.
  private var gameValue: Int? {
    switch self {
    case .exact(let report): report.proof.gameValue
    case .searched(let report): report.proof.gameValue
    }
  }

  /// The report for other programs; the board is left out if it is 3×3.
  func json(policy name: String, _ rules: Rules) -> JSON {
    var members: [(key: String, value: JSON)] = [("policy", JSON(name))]
    if rules != .implied {
      members += [
        ("board", JSON(rules.text)),
        ("gameValue", gameValue.map { JSON($0) } ?? .null),
      ]
    }
    switch self {
    case .exact(let report): members += report.figures(rules)
    case .searched(let report): members += report.figures(rules)
    }
    return .object(members.map { .init(key: $0.key, value: $0.value) })
  }
}
