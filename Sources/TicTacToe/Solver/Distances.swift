/// How long the game still lasts from every position, in moves of both sides,
/// if each keeps the value of the position: who wins hurries, who loses delays.
public struct Distances: Sendable {
  /// The moves left from each position; 0 where the game is over.
  public let values: [Int]

  /// The distances of 3×3.
  public static let ticTacToe = Distances(of: .ticTacToe)

  /// Measures a solved game in one backward sweep.
  ///
  /// - Complexity: O(positions · squares).
  public init(of solution: Solution) {
    let space = solution.space
    var values = [Int](repeating: 0, count: space.positions.count)
    // A move leads to a higher number, so what follows is known already.
    for number in space.decisions.reversed() {
      let lengths = space.edges(of: number)
        .filter { solution.isOptimal[$0] }
        .map { values[Int(space.successors[$0])] + 1 }
      let isLost = solution.values[number] < 0
      values[number] = (isLost ? lengths.max() : lengths.min()) ?? 0
    }
    self.values = values
  }
}
