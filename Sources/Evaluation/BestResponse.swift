internal import TicTacToe

/// What the best opponent of a policy achieves, exactly.
public struct BestResponse: Sendable, Equatable {
  /// The expected result of the best opponent when the policy sits in X: win 1,
  /// draw 0, loss −1.
  public let asX: Double

  /// The expected result of the best opponent when the policy sits in O.
  public let asO: Double

  /// What the best opponent wins, summed over both seats; 0 is a Nash
  /// equilibrium, half of it the exploitability of Lanctot et al. (2019).
  public var nashConv: Double { asX + asO }

  /// Finds the best responses to a policy, in both seats by one backward sweep
  /// over all positions.
  ///
  /// - Complexity: O(positions · squares).
  public init(to table: PolicyTable) {
    var replies: [Int32]?
    let values = BestResponse.values(against: table, noting: &replies)
    (asX, asO) = (values.asX, values.asO)
  }

  /// The edge of a best response of the side to move in each position, of shape
  /// [positions]; ties go to the lowest square. −1 if the game is over.
  ///
  /// - Complexity: O(positions · squares).
  public static func replies(to table: PolicyTable) -> [Int32] {
    var replies: [Int32]? = [Int32](
      repeating: -1,
      count: table.space.outcomes.count
    )
    _ = values(against: table, noting: &replies)
    return replies ?? []
  }

  private static func values(
    against table: PolicyTable,
    noting replies: inout [Int32]?
  ) -> (asX: Double, asO: Double) {
    let space = table.space
    let (outcomes, successors) = (space.outcomes, space.successors)
    let probabilities = table.probabilities
    // The opponent's result when the policy has a seat, of shape
    // [positions, seats], X's seat first.
    var values = [Double](repeating: 0, count: 2 * outcomes.count)
    for (ply, numbers) in space.plies.enumerated().reversed() {
      let (mover, other) = (ply % 2, 1 - ply % 2)
      for number in numbers {
        if let outcome = outcomes[number] {
          values[2 * number] = Double(outcome.value(for: .o))
          values[2 * number + 1] = Double(outcome.value(for: .x))
          continue
        }
        var mean = 0.0
        var best = -2.0
        var reply = -1
        for edge in space.edges(of: number) {
          let next = 2 * Int(successors[edge])
          mean += Double(probabilities[edge]) * values[next + mover]
          if values[next + other] > best {
            best = values[next + other]
            reply = edge
          }
        }
        replies?[number] = Int32(reply)
        values[2 * number + mover] = mean
        values[2 * number + other] = best
      }
    }
    return (values[0], values[1])
  }
}
