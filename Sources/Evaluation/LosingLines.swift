public import TicTacToe

/// The complete games from the empty board that a greedy policy loses in one
/// seat.
public struct LosingLines: Sendable, Equatable {
  /// How many there are.
  public let count: Int

  /// The shortest of them, of several the lexicographically least; nil if the
  /// policy loses none.
  public let shortest: [Square]?

  /// Follows the greedy policy through every reply of the opponent's.
  ///
  /// - Complexity: O(positions · squares).
  public init(of table: PolicyTable, in seat: Mark) {
    let space = table.space
    var counts = [Int](repeating: 0, count: space.positions.count)
    var lengths = [Int?](repeating: nil, count: counts.count)
    var moves = [Square?](repeating: nil, count: counts.count)
    for number in space.positions.indices.reversed() {
      if let outcome = space.outcomes[number] {
        let isLost = outcome.value(for: seat) < 0
        counts[number] = isLost ? 1 : 0
        lengths[number] = isLost ? 0 : nil
        continue
      }
      let position = space.positions[number]
      let isPolicy = position.sideToMove == seat
      let replies =
        isPolicy ? [table.greedyMove(number)] : Array(position.legalMoves)
      for move in replies {
        guard let next = space.successor(of: number, after: move) else {
          continue
        }
        counts[number] += counts[next]
        if let length = lengths[next],
          length + 1 < lengths[number] ?? Int.max
        {
          lengths[number] = length + 1
          moves[number] = move
        }
      }
    }
    count = counts[0]
    guard count > 0 else {
      shortest = nil
      return
    }
    var line: [Square] = []
    var number = 0
    while let move = moves[number],
      let next = space.successor(of: number, after: move)
    {
      line.append(move)
      number = next
    }
    shortest = line
  }
}
