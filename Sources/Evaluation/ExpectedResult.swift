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
    precondition(
      space.rules == opponent.space.rules,
      "a policy for \(space.rules) against one for \(opponent.space.rules)"
    )
    let (outcomes, successors) = (space.outcomes, space.successors)
    var reach = [Double](repeating: 0, count: outcomes.count)
    reach[0] = 1
    var (win, draw, loss) = (0.0, 0.0, 0.0)
    for (ply, numbers) in space.plies.enumerated() {
      let mover = ply.isMultiple(of: 2) ? Mark.x : .o
      let probabilities = (mover == seat ? policy : opponent).probabilities
      for number in numbers where reach[number] > 0 {
        if let outcome = outcomes[number] {
          switch outcome.value(for: seat) {
          case 1: win += reach[number]
          case 0: draw += reach[number]
          default: loss += reach[number]
          }
          continue
        }
        for edge in space.edges(of: number) where probabilities[edge] > 0 {
          reach[Int(successors[edge])] +=
            reach[number] * Double(probabilities[edge])
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
