public import Evaluation
public import Players
public import TicTacToe

extension Demonstrations {
  /// The exact solution: every position equally often, every optimal move
  /// alike.
  static func solution(of board: Board) -> Demonstrations {
    var result = Demonstrations(on: board)
    let (graph, isOptimal) = (board.states, board.solution.isOptimal)
    for number in graph.decisions {
      let edges = graph.edges(of: number).filter { isOptimal[$0] }
      // Divisible by up to ten moves.
      for edge in edges { result.add(edge: edge, count: 2520 / edges.count) }
    }
    return result
  }

  /// Counts every decision of a policy a million times, divided among its moves
  /// by their probabilities.
  ///
  /// Cloning them with soft targets is distillation, Hinton, Vinyals & Dean
  /// (2015), at temperature 1.
  public init(teacher: any Policy, on board: Board) {
    let table = PolicyTable(of: teacher, in: board.states)
    self.init(on: board)
    for edge in table.probabilities.indices {
      let count = Int((1_000_000 * table.probabilities[edge]).rounded())
      if count > 0 { add(edge: edge, count: count) }
    }
  }

  /// Records a policy that plays both sides of a number of games. Each begins
  /// after 0…`openingPlies` random moves, which don't count.
  ///
  /// Game i draws from its own stream of the seed, so that more games contain
  /// all that fewer do.
  ///
  /// - Complexity: O(games · squares²).
  public init(
    of table: PolicyTable, on board: Board, games: Int, openingPlies: Int = 0,
    seed: UInt64
  ) {
    self.init(on: board)
    let space = board.states
    precondition(
      table.probabilities.count == space.successors.count,
      "\(table.probabilities.count) moves of a policy for a board of "
        + "\(space.successors.count)"
    )
    for game in 0..<games {
      var rng = SeededGenerator(
        seed: seed, stream: RandomStream.games + UInt64(game)
      )
      var number = space.opening(plies: openingPlies, using: &rng)
      while space.outcomes[number] == nil {
        let shares = table.probabilities[space.edges(of: number)]
        guard let edge = shares.sampleIndex(using: &rng) else {
          preconditionFailure("no move in \(space.positions[number].text)")
        }
        add(edge: edge)
        number = Int(space.successors[edge])
      }
    }
  }
}
