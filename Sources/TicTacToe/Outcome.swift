/// How a game ended.
public enum Outcome: Hashable, Sendable {
  case win(Mark)
  case draw

  /// The result for one side: win 1, draw 0, loss −1.
  public func value(for mark: Mark) -> Int {
    switch self {
    case .win(let winner): winner == mark ? 1 : -1
    case .draw: 0
    }
  }
}
