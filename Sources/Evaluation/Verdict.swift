/// The strongest statement proven of a player.
public enum Verdict: String, Sendable, Comparable, CaseIterable {
  /// Some opponent beats it with some probability; where X always wins by best
  /// play, some opponent keeps it from winning as X.
  case beatable

  /// On a board where X wins by best play: as X it wins against any opponent.
  /// As O every policy is lost against best play.
  case keepsValue = "keeps-value"

  /// On a board that is drawn by best play: no opponent can ever beat it, in
  /// either seat.
  case unbeatable

  /// It keeps the value of the game, and every move that it can make is
  /// optimal, also in positions that it never enters.
  case perfect

  public static func < (lhs: Verdict, rhs: Verdict) -> Bool {
    lhs.rank < rhs.rank
  }

  private var rank: Int { Verdict.allCases.firstIndex(of: self) ?? 0 }

  /// The verdict on a player.
  ///
  /// - Parameters:
  ///   - gameValue: The value of the empty board for X, 0 or 1.
  ///   - asX: The most that an opponent surely can get when the player sits in
  ///     X: its win 1, a draw 0, its loss −1.
  ///   - asO: The same when the player sits in O.
  init(gameValue: Int, asX: Int, asO: Int, misplayed: Int) {
    if gameValue > 0 {
      self = asX >= 0 ? .beatable : misplayed > 0 ? .keepsValue : .perfect
    } else if max(asX, asO) > 0 {
      self = .beatable
    } else {
      self = misplayed > 0 ? .unbeatable : .perfect
    }
  }
}
