public import Evaluation
public import Players
public import TicTacToe

// What most tests are about, so that they need not say so.

extension Board {
  /// 3×3, three in a row.
  public static let ticTacToe = Board(.ticTacToe)
}

extension Position {
  /// The empty board of 3×3.
  public init() {
    self.init(rules: .ticTacToe)
  }

  /// A position of 3×3.
  public init(_ text: String) throws(NotationError) {
    try self.init(text, rules: .ticTacToe)
  }
}

extension StateGraph {
  /// How many positions the nodes stand for where a move is to be chosen.
  public var decisionCount: Int {
    decisions.reduce(0) { $0 + multiplicities[$1] }
  }

  /// Every position of 3×3 by itself.
  public static let ticTacToe = Board.ticTacToe.states

  /// Every position of a board by itself.
  public init(of rules: Rules) {
    self.init(rules, under: .identity(of: rules))
  }
}

extension Encoding {
  /// One row for each class of decisions of 3×3.
  public static let table = Encoding.table(of: Board.ticTacToe.classes)

  /// One input a square of 3×3 and side.
  public static func planes(isCanonical: Bool = true) -> Encoding {
    .planes(.ticTacToe, isCanonical: isCanonical)
  }
}

extension UniformPolicy {
  /// Every policy without weights on 3×3.
  public static let all = Name.allCases.map {
    UniformPolicy($0, on: .ticTacToe)
  }

  /// The optimal moves of 3×3 that win soonest or lose latest.
  public static let perfect = UniformPolicy(.perfect, on: .ticTacToe)

  /// The center of 3×3 first.
  public static let center = UniformPolicy(.center, on: .ticTacToe)
}

extension MixedPolicy {
  /// Perfect play on 3×3 that loses a share of its games.
  public init(name: String, losing share: Double) {
    self.init(name: name, losing: share, on: .ticTacToe)
  }
}

extension Level {
  /// The level on 3×3.
  public var policy: MixedPolicy { mixture(on: .ticTacToe) }
}

extension PolicyTable {
  /// A policy in every position of 3×3.
  public init(of policy: any Policy) {
    self.init(of: policy, in: Board.ticTacToe.states)
  }
}

extension PolicyReport {
  /// How good a player of 3×3 is.
  public init(of policy: any Policy) {
    self.init(of: policy, on: .ticTacToe)
  }
}

extension Proof {
  /// How good a policy for 3×3 is.
  public init(of table: PolicyTable) {
    self.init(of: table, on: .ticTacToe)
  }
}

extension Blunders {
  /// The bad moves of a policy for 3×3.
  public init(of table: PolicyTable) {
    self.init(of: table, on: .ticTacToe)
  }
}

extension Comparison {
  /// What a change of a policy for 3×3 repaired and broke.
  public init(of old: PolicyTable, with new: PolicyTable) {
    self.init(of: old, with: new, on: .ticTacToe)
  }
}
