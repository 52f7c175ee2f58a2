internal import TicTacToe

/// What the best opponent of a policy achieves, exactly.
public struct BestResponse: Sendable, Equatable {
  /// The expected result of the best opponent when the policy sits in X: win 1,
  /// draw 0, loss −1.
  public let asX: Double

  /// The same when the policy sits in O.
  public let asO: Double

  /// What the best opponent wins, summed over both seats; 0 is a Nash
  /// equilibrium, half of it the exploitability of Lanctot et al. (2019).
  public var nashConv: Double { asX + asO }

  /// Finds the best responses to a policy in one backward sweep over all
  /// positions.
  ///
  /// - Complexity: O(positions · squares).
  public init(to table: PolicyTable) {
    asX = BestResponse.value(against: table, in: .x)
    asO = BestResponse.value(against: table, in: .o)
  }

  private static func value(
    against table: PolicyTable,
    in seat: Mark
  ) -> Double {
    let space = table.space
    var values = [Double](repeating: 0, count: space.positions.count)
    for number in space.positions.indices.reversed() {
      if let outcome = space.outcomes[number] {
        values[number] = Double(outcome.value(for: seat.opponent))
        continue
      }
      let position = space.positions[number]
      let isPolicy = position.sideToMove == seat
      var value = isPolicy ? 0.0 : -1.0
      for move in position.legalMoves {
        guard let next = space.successor(of: number, after: move) else {
          continue
        }
        if isPolicy {
          value +=
            Double(table.probabilities[number][move.index])
            * values[next]
        } else {
          value = max(value, values[next])
        }
      }
      values[number] = value
    }
    return values[0]
  }
}
