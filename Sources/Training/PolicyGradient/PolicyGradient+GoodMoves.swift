internal import TicTacToe

/// The control that is told the good moves where others are told a bad one.
extension PolicyGradient {
  /// The moves to unlearn where some are named bad: these alone, unless the
  /// recipe names good moves. Then all that lower the value, or none if no named
  /// one does: a control is not to learn from what is no mistake.
  func badMoves(naming moves: UInt64, at number: Int) -> UInt64 {
    guard let solution else { return moves }
    let graph = solution.graph
    let good = solution.optimalMoves[number].mask(in: graph.rules)
    let bad = graph.legalMask(of: number) & ~good
    return bad & moves == 0 ? 0 : bad
  }

  /// The labels of a position where moves are named bad; nil if none is left.
  func labels(_ named: PartialLabels) -> PartialLabels? {
    guard let number = graph?.node(of: named.position) else { return named }
    var labels = named
    labels.bad = badMoves(naming: named.bad, at: number)
    return labels.bad == 0 ? nil : labels
  }
}
