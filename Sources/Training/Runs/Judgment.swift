internal import Evaluation
internal import Players
internal import TicTacToe

/// What an evaluation finds of a policy: every figure on 3×3, beyond it what
/// walks through every reply to its greedy moves prove.
enum Judgment: Sendable {
  case exact(PolicyTable, Proof)
  case walked(WalkProof)

  /// The most lines that one walk collects to be unlearned: fewer where a search
  /// tells which of their moves lost.
  private static func mostLines(on board: Board) -> Int {
    board.scope == .search ? 100 : 1_000
  }

  /// The most positions of one walk.
  private static let mostPositions = 2_000_000

  init(of policy: NetworkPolicy, on board: Board) {
    if board.scope == .graph {
      let table = PolicyTable(judging: policy, on: board)
      self = .exact(table, Proof(of: table, on: board))
    } else {
      self = .walked(
        WalkProof(
          of: TemperedPolicy(policy), on: board,
          budget: PolicyWalk.Budget(
            evaluations: Judgment.mostPositions,
            failures: Judgment.mostLines(on: board)
          )
        )
      )
    }
  }

  /// What is proven; nil if nothing is.
  var verdict: Verdict? {
    switch self {
    case .exact(_, let proof): proof.verdict
    case .walked(let proof): proof.verdict
    }
  }

  func reaches(_ goal: Goal) -> Bool {
    switch self {
    case .exact(_, let proof): goal.isReached(by: proof)
    case .walked(let proof):
      goal == .unbeatable && proof.verdict.map { $0 >= .keepsValue } ?? false
    }
  }

  /// In how many positions the likeliest move is bad and was not before; 0 where
  /// not every position is judged.
  func broken(since before: Judgment, on board: Board) -> Int {
    guard case .exact(let table, _) = self,
      case .exact(let old, _) = before
    else { return 0 }
    return Blunders.count(of: table, notOf: old, on: board)
  }
}
