/// Where bad moves come from, as commands name it; each case says what it
/// knows.
public enum NegativeSource: String, Sendable, CaseIterable {
  /// The exact solution names every bad move of the positions shown. Where a
  /// move is either bad or good, that is equivalent to naming the good moves.
  case oracle

  /// Bad moves whose punishment lies within a few plies: the opponent can then
  /// force a win, or a win as near was missed. Knows what a look-ahead sees,
  /// and from the exact solution which of these moves are bad: a slower win is
  /// no mistake, nor is a move where all was lost.
  case obvious

  /// The exact solution names one bad move of each position shown.
  case one

  /// Random games name the loser's last move unless it was forced. Knows the
  /// rules and who won.
  case hindsight

  /// A person's list of mistakes. Knows what the person knows.
  case file
}
