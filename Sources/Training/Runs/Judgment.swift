internal import Evaluation
internal import Players
internal import TicTacToe

/// What an evaluation finds of a policy: every figure on 3×3; beyond it what
/// walks through every reply to its greedy moves prove, and where they do and
/// the goal asks for more, every figure.
enum Judgment: Sendable {
  case exact(PolicyTable, Proof)
  case walked(WalkProof, Proof?)

  /// The most lines that one walk collects to be unlearned.
  private static let mostLines = 1_000

  /// How many of its positions a walk keeps where it meets a million: few of
  /// those are met in games.
  private static func sample(on board: Board) -> Int {
    board.scope == .search ? 50_000 : 0
  }

  /// The most positions of a walk that is to find what to unlearn.
  private static let mostPositions = 2_000_000

  init(of policy: NetworkPolicy, on board: Board, for goal: Goal) {
    if board.scope == .graph {
      let table = PolicyTable(judging: policy, on: board)
      self = .exact(table, Proof(of: table, on: board))
      return
    }
    let player = TemperedPolicy(policy)
    func walk(most positions: Int) -> WalkProof {
      WalkProof(
        of: player, on: board,
        budget: PolicyWalk.Budget(
          evaluations: positions, failures: Judgment.mostLines,
          sample: Judgment.sample(on: board)
        )
      )
    }
    var walks = walk(most: Judgment.mostPositions)
    // Nothing to unlearn, and not proven: worth a longer walk.
    if walks.verdict == nil {
      walks = walk(most: PolicyWalk.Budget().evaluations)
    }
    let asksForMore = goal == .perfect || goal == .nash
    self = .walked(
      walks,
      asksForMore && walks.keepsValue
        ? PolicyReport(of: player, on: board).proof : nil
    )
  }

  /// Whether lines fail that were not collected, so many there are.
  var isCut: Bool {
    guard case .walked(let walks, _) = self else { return false }
    return walks.walks.contains(where: \.isCut)
  }

  /// What is proven; nil if nothing is.
  var verdict: Verdict? {
    switch self {
    case .exact(_, let proof): proof.verdict
    case .walked(let walks, let proof): proof?.verdict ?? walks.verdict
    }
  }

  func reaches(_ goal: Goal) -> Bool {
    switch self {
    case .exact(_, let proof): goal.isReached(by: proof)
    case .walked(let walks, let proof):
      proof.map(goal.isReached) ?? (goal == .unbeatable && walks.keepsValue)
    }
  }

  /// In how many positions the likeliest move is bad and was not before; 0
  /// where not every position is judged.
  func broken(since before: Judgment, on board: Board) -> Int {
    guard case .exact(let table, _) = self,
      case .exact(let old, _) = before
    else { return 0 }
    return Blunders.count(of: table, notOf: old, on: board)
  }
}
