internal import Evaluation
internal import TicTacToe

/// The bad moves of a policy that its exact evaluation shows.
package struct BadMoves: Sendable, Equatable {
  /// Who names a move bad.
  package enum Source: Sendable, CaseIterable {
    /// The result of a game: the loser's last move that was not forced.
    case hindsight

    /// A search of the rules: in each line that beats the policy, its last move
    /// from a position not yet lost.
    case refutations

    /// The solution of the game: a likeliest move that lowers the value.
    case blunders
  }

  let refutations: [NegativeExample]

  /// The blunders that are no refutations.
  let blunders: [NegativeExample]

  var isEmpty: Bool { refutations.isEmpty && blunders.isEmpty }

  /// Collects the likeliest moves of a policy that some sources call bad.
  ///
  /// - Complexity: O(nodes · squares).
  init(of table: PolicyTable, on board: Board, from sources: Set<Source>) {
    let refuted =
      sources.contains(.refutations) ? Refutations(of: table).nodes : []
    refutations = refuted.map { table.negativeExample(at: $0) }
    guard sources.contains(.blunders) else {
      blunders = []
      return
    }
    let isOptimal = board.solution(of: table.graph).isOptimal
    let known = Set(refuted)
    blunders = table.graph.decisions
      .filter { !isOptimal[table.greedyEdge($0)] && !known.contains($0) }
      .map { table.negativeExample(at: $0) }
  }
}

extension PolicyTable {
  /// The likeliest move at a node as one to avoid.
  fileprivate func negativeExample(at node: Int) -> NegativeExample {
    NegativeExample(
      position: graph.positions[node],
      bad: Bitboard(greedyMove(node), in: graph.rules)
    )
  }
}
