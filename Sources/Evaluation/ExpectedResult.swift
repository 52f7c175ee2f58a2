public import TicTacToe

/// How often a policy wins, draws and loses against another, exactly.
public struct ExpectedResult: Sendable, Equatable {
  /// The probability of winning.
  public let win: Double

  /// The probability of a draw.
  public let draw: Double

  /// The probability of losing.
  public let loss: Double

  /// The results of `policy`, sitting in `seat`, against `opponent`, over every
  /// line of play.
  ///
  /// - Complexity: O(positions · squares).
  public init(
    of policy: PolicyTable,
    in seat: Mark,
    against opponent: PolicyTable
  ) {
    let space = policy.space
    var reach = [Double](repeating: 0, count: space.positions.count)
    reach[0] = 1
    var (win, draw, loss) = (0.0, 0.0, 0.0)
    for (number, position) in space.positions.enumerated()
    where reach[number] > 0 {
      if let outcome = space.outcomes[number] {
        switch outcome.value(for: seat) {
        case 1: win += reach[number]
        case 0: draw += reach[number]
        default: loss += reach[number]
        }
        continue
      }
      let table = position.sideToMove == seat ? policy : opponent
      for move in position.legalMoves {
        let p = Double(table.probabilities[number][move.index])
        if p > 0, let next = space.successor(of: number, after: move) {
          reach[next] += reach[number] * p
        }
      }
    }
    // Probabilities are rounded to Float; their total is not exactly 1.
    let total = win + draw + loss
    self.win = win / total
    self.draw = draw / total
    self.loss = loss / total
  }
}
