public import Evaluation
internal import Players
internal import TicTacToe

extension Demonstrations {
  /// The exact solution, as if it had been seen in every position equally
  /// often, every optimal move alike.
  static let solution: Demonstrations = {
    var result = Demonstrations()
    let solution = Solution.ticTacToe
    for number in solution.space.decisions {
      let edges = solution.space.edges(of: number).filter {
        solution.isOptimal[$0]
      }
      // Divisible by every number of moves.
      for edge in edges { result.see(edge: edge, count: 2520 / edges.count) }
    }
    return result
  }()

  /// Sees every decision of a policy equally often, a million times, and its
  /// moves in proportion to their probabilities: a teacher's whole answer.
  ///
  /// Cloned softly that is distillation, Hinton, Vinyals & Dean (2015), at
  /// temperature 1.
  public init(teacher table: PolicyTable) {
    self.init()
    for edge in table.probabilities.indices {
      let count = Int((1_000_000 * table.probabilities[edge]).rounded())
      if count > 0 { see(edge: edge, count: count) }
    }
  }

  /// Watches a policy play both sides of a number of games; each begins after
  /// 0…`openingPlies` random moves, which are nobody's.
  ///
  /// Game i draws from its own stream of the seed, so that more games show more
  /// of the same.
  ///
  /// - Complexity: O(games · squares²).
  public init(
    of table: PolicyTable,
    games: Int,
    openingPlies: Int = 0,
    seed: UInt64
  ) {
    self.init()
    let space = table.space
    for game in 0..<games {
      var rng = SeededGenerator(
        seed: seed,
        stream: RandomStream.games + UInt64(game)
      )
      var number = space.opening(plies: openingPlies, using: &rng)
      while space.outcomes[number] == nil {
        let shares = table.probabilities[space.edges(of: number)]
        guard let edge = shares.sampleIndex(using: &rng) else {
          preconditionFailure("no move in \(space.positions[number].text)")
        }
        see(edge: edge)
        number = Int(space.successors[edge])
      }
    }
  }
}
