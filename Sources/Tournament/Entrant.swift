public import Evaluation
public import Players
internal import TicTacToe

/// A policy that takes part in a tournament, as it plays there.
public struct Entrant: Sendable {
  /// What tables and logs call it.
  public let name: String

  /// What it plays: a network its greedy moves, any other policy its
  /// distribution.
  public let table: PolicyTable

  /// Whether it has one move in every position.
  public let isDeterministic: Bool

  /// Enters a policy under a name.
  ///
  /// - Complexity: one evaluation of all decision positions.
  public init(_ name: String, _ policy: any Policy) {
    let table = PolicyTable(of: policy)
    self.name = name
    self.table = policy is NetworkPolicy ? table.greedy : table
    isDeterministic = self.table.probabilities.allSatisfy { $0 == 0 || $0 == 1 }
  }

  /// The edge of its move in the position of a number. Nothing is drawn for a
  /// deterministic one.
  func edge(
    from number: Int,
    using rng: inout some RandomNumberGenerator
  ) -> Int {
    guard !isDeterministic else { return table.greedyEdge(number) }
    let edges = table.space.edges(of: number)
    return table.probabilities[edges].drawnIndex(using: &rng)
      ?? edges.lowerBound
  }
}
