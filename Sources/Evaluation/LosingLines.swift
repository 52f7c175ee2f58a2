public import TicTacToe

/// The complete games from the empty board that a policy can lose in one seat:
/// each of its moves there has a probability above 0.
public struct LosingLines: Sendable, Equatable {
  /// The number of games.
  public let count: Int

  /// The shortest game, nil if the policy cannot lose; ties go to the
  /// lexicographically least.
  public let shortest: [Square]?

  /// Follows the policy through every reply of the opponent.
  ///
  /// - Complexity: O(positions · squares).
  public init(of table: PolicyTable, in seat: Mark) {
    let space = table.space
    var counts = [Int](repeating: 0, count: space.outcomes.count)
    // The moves to the end of the shortest lost game, and the edge into it.
    var lengths = [Int?](repeating: nil, count: counts.count)
    var choices = [Int?](repeating: nil, count: counts.count)
    for (ply, numbers) in space.plies.enumerated().reversed() {
      let mover = ply.isMultiple(of: 2) ? Mark.x : .o
      for number in numbers {
        if let outcome = space.outcomes[number] {
          let isLost = outcome.value(for: seat) < 0
          counts[number] = isLost ? 1 : 0
          lengths[number] = isLost ? 0 : nil
          continue
        }
        for edge in space.edges(of: number)
        where mover != seat || table.probabilities[edge] > 0 {
          let next = Int(space.successors[edge])
          counts[number] += counts[next]
          if let length = lengths[next],
            length + 1 < lengths[number] ?? Int.max
          {
            lengths[number] = length + 1
            choices[number] = edge
          }
        }
      }
    }
    count = counts[0]
    var line: [Square] = []
    var number = 0
    while let edge = choices[number] {
      line.append(space.move(along: edge))
      number = Int(space.successors[edge])
    }
    shortest = count > 0 ? line : nil
  }
}
