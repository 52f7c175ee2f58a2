internal import Players
internal import TicTacToe

/// How often a policy finishes a decided game later, or loses it sooner, than
/// it must.
///
/// One move is drawn in each decision position. The figures are the expected
/// numbers of positions, which are whole for a deterministic policy.
public struct Finish: Sendable, Equatable {
  /// An expected number of positions, and of how many.
  public struct Tally: Sendable, Equatable {
    /// The sum of the probabilities of the moves that are counted.
    public fileprivate(set) var expected = 0.0

    /// How many positions have such a move or a better one.
    public fileprivate(set) var positions = 0
  }

  /// Moves that do not win, in positions with a move that wins at once.
  public private(set) var missedWins = Tally()

  /// Moves that keep a win but delay it, in positions that are won.
  public private(set) var slowerWins = Tally()

  /// Moves that lose sooner than they must, in positions that are lost.
  public private(set) var hastenedLosses = Tally()

  /// Compares a policy for 3×3 with the fewest moves to a win and the most to
  /// a loss.
  ///
  /// - Complexity: O(positions · squares).
  public init(of table: PolicyTable) {
    let (solution, distances) = (Solution.ticTacToe, Distances.ticTacToe)
    let space = solution.space
    for number in space.decisions where solution.values[number] != 0 {
      // The probability of all moves but the quickest to win or the last to
      // lose, and of those of them that keep the value.
      var (others, kept) = (0.0, 0.0)
      for edge in space.edges(of: number)
      where !distances.isKept(along: edge, from: number, solution) {
        others += Double(table.probabilities[edge])
        if solution.isOptimal[edge] {
          kept += Double(table.probabilities[edge])
        }
      }
      if solution.values[number] < 0 {
        hastenedLosses.add(kept)
      } else {
        slowerWins.add(kept)
        if distances.values[number] == 1 { missedWins.add(others) }
      }
    }
  }
}

extension Finish.Tally {
  fileprivate mutating func add(_ probability: Double) {
    expected += probability
    positions += 1
  }
}
