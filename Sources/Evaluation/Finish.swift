public import TicTacToe

/// How often a policy finishes a decided game later, or loses it sooner, than
/// it must.
///
/// One move is drawn in each decision position. The figures are the expected
/// numbers of positions, which are whole for a deterministic policy.
public struct Finish: Sendable, Equatable {
  /// The expected number of positions with a fault, out of all that allow it.
  public struct Tally: Sendable, Equatable {
    public fileprivate(set) var expected = 0.0
    public fileprivate(set) var positions = 0
  }

  /// Moves that do not win, in positions with a move that wins at once.
  public private(set) var missedWins = Tally()

  /// Moves that keep a win but delay it, in positions that are won.
  public private(set) var slowerWins = Tally()

  /// Moves that lose sooner than they must, in positions that are lost.
  public private(set) var hastenedLosses = Tally()

  init() {}

  /// Compares a policy with the fewest moves to a win and the most to a loss.
  ///
  /// - Complexity: O(nodes · squares).
  public init(of table: PolicyTable, on board: Board) {
    let graph = table.graph
    let solution = board.solution(of: graph)
    for node in graph.decisions where solution.values[node] != 0 {
      let multiplicity = graph.multiplicities[node]
      // The probability of all moves but the quickest to win or the last to
      // lose, and of those of them that keep the value.
      var (others, kept) = (0.0, 0.0)
      for edge in graph.edges(of: node) where !solution.isSoundest[edge] {
        others += Double(table.probabilities[edge])
        if solution.isOptimal[edge] {
          kept += Double(table.probabilities[edge])
        }
      }
      add(
        others: others, kept: kept,
        in: Prospect(
          value: solution.values[node], distance: solution.distances[node]
        ),
        times: multiplicity
      )
    }
  }

  /// Adds positions of a prospect.
  ///
  /// - Parameters:
  ///   - others: The probability of all moves but the soundest.
  ///   - kept: That of those of them that keep the value.
  mutating func add(
    others: Double, kept: Double, in prospect: Prospect,
    times multiplicity: Int
  ) {
    switch prospect.value {
    case 0: break
    case 1:
      slowerWins.add(kept, times: multiplicity)
      if prospect.distance == 1 {
        missedWins.add(others, times: multiplicity)
      }
    default: hastenedLosses.add(kept, times: multiplicity)
    }
  }
}

extension Finish.Tally {
  fileprivate mutating func add(_ probability: Double, times count: Int) {
    expected += Double(count) * probability
    positions += count
  }
}
