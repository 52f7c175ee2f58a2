public import Evaluation
public import TicTacToe

/// The condition at which training stops.
public enum Goal: String, Sendable, CaseIterable {
  /// No opponent can beat the greedy policy; on a board that X wins by best
  /// play, it wins as X.
  case unbeatable

  /// The greedy policy is optimal in every position.
  case perfect

  /// The best opponent gains less than 0.01 on the value of the game against
  /// the policy as a distribution, in either seat.
  case nash

  /// The budget in games is spent, whether or not anything is proven.
  case games

  /// The budget in steps is spent, whether or not anything is proven.
  case steps

  /// No likeliest move is one that was marked as a mistake.
  case corrected

  /// The words of commands: on a board that X wins by best play `unbeatable` is
  /// called `keeps-value`.
  public static let words =
    allCases.map(\.rawValue) + [Verdict.keepsValue.rawValue]

  public init?(word: String) {
    let isKept = word == Verdict.keepsValue.rawValue
    self.init(rawValue: isKept ? Goal.unbeatable.rawValue : word)
  }

  public func word(on board: Board) -> String {
    self == .unbeatable && board.gameValue == 1
      ? Verdict.keepsValue.rawValue : rawValue
  }

  /// Whether it is only a budget: spending it is then no failure.
  public var isBudget: Bool { self == .games || self == .steps }

  /// Whether a proof reaches the goal; false for goals that are no proof.
  public func isReached(by proof: Proof) -> Bool {
    switch self {
    case .unbeatable: proof.verdict >= .keepsValue
    case .perfect: proof.verdict == .perfect
    case .nash:
      proof.sampled.asX < 0.01 - Double(proof.gameValue)
        && proof.sampled.asO < 0.01 + Double(proof.gameValue)
    case .games, .steps, .corrected: false
    }
  }
}
