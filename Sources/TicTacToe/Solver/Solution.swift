/// The exact value of every position and the moves that keep it, by minimax.
public struct Solution: Sendable {
  /// The positions solved.
  public let space: StateSpace

  /// The value of each position for the side to move: won 1, drawn 0, lost −1.
  public let values: [Int]

  /// The optimal moves of each position, those that keep its value; empty
  /// exactly where the game is over.
  public let optimalMoves: [Bitboard]

  /// Whether the move is optimal, of shape [edges].
  public let isOptimal: [Bool]

  /// The solution of 3×3.
  public static let ticTacToe = Solution(of: .ticTacToe)

  /// Solves a game in one backward sweep.
  ///
  /// - Complexity: O(positions · squares).
  public init(of space: StateSpace) {
    self.space = space
    var values = [Int](repeating: 0, count: space.positions.count)
    var optimalMoves = [Bitboard](repeating: [], count: values.count)
    var isOptimal = [Bool](repeating: false, count: space.successors.count)
    for (ply, numbers) in space.plies.enumerated().reversed() {
      let mover = ply.isMultiple(of: 2) ? Mark.x : .o
      for number in numbers {
        if let outcome = space.outcomes[number] {
          values[number] = outcome.value(for: mover)
          continue
        }
        let edges = space.edges(of: number)
        var best = -1
        for edge in edges {
          best = max(best, -values[Int(space.successors[edge])])
        }
        values[number] = best
        for edge in edges
        where -values[Int(space.successors[edge])] == best {
          isOptimal[edge] = true
          optimalMoves[number].formUnion(
            Bitboard(space.move(along: edge), in: space.rules)
          )
        }
      }
    }
    self.values = values
    self.optimalMoves = optimalMoves
    self.isOptimal = isOptimal
  }
}
