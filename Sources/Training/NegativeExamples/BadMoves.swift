internal import Evaluation
internal import TicTacToe

/// The bad moves of a policy that its judgment shows: an exact evaluation, or
/// walks beyond 3×3.
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

  /// How a learner is told of its bad moves.
  package struct Terms: Sendable {
    let sources: Set<Source>

    /// How often at most an evaluation finds some and has them unlearned.
    let mostRounds: Int

    /// The most steps of each time.
    let mostSteps: Int

    /// Whether self-play comes first, to its end.
    let isAfterwards: Bool
  }

  /// What one source names.
  struct Moves: Sendable, Equatable {
    let examples: [NegativeExample]

    /// How many positions these are, all that look the same to the policy
    /// counted.
    let positions: Int

    /// Moves of positions that count once each.
    init(_ examples: [NegativeExample]) {
      self.examples = examples
      positions = examples.count
    }

    init(_ nodes: [Int], of table: PolicyTable) {
      examples = nodes.map { node in
        NegativeExample(
          position: table.graph.positions[node],
          bad: Bitboard(table.greedyMove(node), in: table.graph.rules)
        )
      }
      positions = nodes.reduce(0) { $0 + table.graph.multiplicities[$1] }
    }
  }

  let refutations: Moves

  /// The blunders that are no refutations.
  let blunders: Moves

  /// What was named in the rounds before, of which a walk may meet little
  /// again; empty where every position is judged anew.
  private(set) var earlier: [NegativeExample] = []

  /// Positions that the walks met, to be held; empty where games meet enough.
  private(set) var met: [Position] = []

  var examples: [NegativeExample] { refutations.examples + blunders.examples }
}

extension BadMoves {
  /// Collects the likeliest moves of a policy that some sources call bad. Where
  /// walks judge it, no solution is asked: there are refutations alone.
  init(
    of judgment: Judgment, on board: Board, from sources: Set<Source>,
    after previous: BadMoves?
  ) {
    switch judgment {
    case .exact(let table, _):
      self.init(of: table, on: board, from: sources)
    case .walked(let proof, _):
      let found =
        sources.contains(.refutations) ? proof.badMoves(on: board) : []
      let examples = found.map {
        NegativeExample(
          position: $0.position, bad: Bitboard($0.move, in: board.rules)
        )
      }
      self.init(
        refutations: Moves(examples), blunders: Moves([]),
        earlier: previous.map { $0.earlier + $0.examples } ?? [],
        met: proof.walks.flatMap(\.sample)
      )
    }
  }

  /// Collects the likeliest moves of a policy that some sources call bad.
  ///
  /// - Complexity: O(nodes · squares).
  init(of table: PolicyTable, on board: Board, from sources: Set<Source>) {
    let refuted =
      sources.contains(.refutations) ? Refutations(of: table).nodes : []
    let known = Set(refuted)
    let isOptimal = board.solution(of: table.graph).isOptimal
    let others =
      sources.contains(.blunders)
      ? table.graph.decisions.filter {
        !isOptimal[table.greedyEdge($0)] && !known.contains($0)
      } : []
    self.init(
      refutations: Moves(refuted, of: table), blunders: Moves(others, of: table)
    )
  }
}
