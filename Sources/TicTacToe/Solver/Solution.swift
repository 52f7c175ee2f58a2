/// The exact value of every position and the moves that keep it, by minimax.
public struct Solution: Sendable {
  /// The positions solved.
  public let space: StateSpace

  /// The value of each position for the side to move: won 1, drawn 0, lost −1.
  public let values: [Int]

  /// The optimal moves of each position, those that keep its value; empty
  /// exactly where the game is over.
  public let optimalMoves: [Bitboard]

  /// The solution of 3×3.
  public static let ticTacToe = Solution(of: .ticTacToe)

  /// Solves a game in one backward sweep.
  ///
  /// - Complexity: O(positions · squares).
  public init(of space: StateSpace) {
    self.space = space
    var values = [Int](repeating: 0, count: space.positions.count)
    var optimalMoves = [Bitboard](repeating: [], count: values.count)
    for number in space.positions.indices.reversed() {
      let position = space.positions[number]
      if let outcome = space.outcomes[number] {
        values[number] = outcome.value(for: position.sideToMove)
        continue
      }
      var best = -1
      for move in position.legalMoves {
        guard let next = space.successor(of: number, after: move) else {
          continue
        }
        let value = -values[next]
        if value > best {
          best = value
          optimalMoves[number] = []
        }
        if value == best {
          optimalMoves[number].formUnion(Bitboard(move, in: space.rules))
        }
      }
      values[number] = best
    }
    self.values = values
    self.optimalMoves = optimalMoves
  }
}
