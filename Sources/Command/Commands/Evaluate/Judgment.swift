import Checkpoints
import Evaluation
import Players
import TicTacToe

/// All that is known of a player: every figure on a board of up to 16 squares,
/// beyond it what walks and searches prove.
enum Judgment {
  case report(PolicyReport)
  case search(SearchReport)

  init(of policy: any Policy, on board: Board, samples: Int, seed: UInt64) {
    guard board.scope == .search else {
      self = .report(PolicyReport(of: policy, on: board))
      return
    }
    let budget: PolicyWalk.Budget =
      switch policy {
      case is TemperedPolicy, is NetworkPolicy: PolicyWalk.Budget()
      // A player that searches at every move takes hours for more.
      case is LookAheadPolicy: PolicyWalk.Budget(evaluations: 2_000)
      case let policy as UniformPolicy
      where policy.name == UniformPolicy.Name.perfect.rawValue:
        PolicyWalk.Budget(evaluations: 2_000)
      default: PolicyWalk.Budget(evaluations: 500_000)
      }
    self = .search(
      SearchReport(
        of: policy, on: board, samples: samples, seed: seed,
        budget: budget
      )
    )
  }

  /// What is proven; nil if nothing is.
  var verdict: Verdict? {
    switch self {
    case .report(let report): report.verdict
    case .search(let report): report.proof.verdict
    }
  }

  func lines(_ oracle: Oracle) -> [String] {
    switch self {
    case .report(let report): ReportView(report, oracle).lines
    case .search(let report): SearchView(report, oracle).lines
    }
  }

  func json(policy name: String, _ rules: Rules) -> JSON {
    switch self {
    case .report(let report): report.json(policy: name, rules)
    case .search(let report): report.json(policy: name, rules)
    }
  }
}
