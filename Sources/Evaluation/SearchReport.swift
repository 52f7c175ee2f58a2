public import Players
public import TicTacToe

/// What can be told of a player on a board of more than 16 squares: a proof by
/// walks through every reply, and the value of sampled positions by search.
/// Nothing is estimated but the share of blunders, and that says so.
public struct SearchReport: Sendable {
  public let proof: WalkProof

  public let samples: Samples

  public let isDeterministic: Bool

  /// The moves of a player in positions drawn at random.
  public struct Samples: Sendable, Equatable {
    public private(set) var count = 0

    /// In how many positions it can make a move that lowers the value.
    public private(set) var blunders = 0

    /// In how many it can make a move of which no search tells that.
    public private(set) var undecided = 0
  }

  /// Judges a player.
  ///
  /// Sampled positions come from random games of uniformly random moves, each
  /// stopped at a ply drawn uniformly among those where it was not over.
  ///
  /// - Complexity: up to `budget.evaluations` evaluations a seat, up to the
  ///   nodes of ``Board/search`` a sampled move.
  public init(
    of policy: any Policy, on board: Board, samples: Int, seed: UInt64,
    budget: PolicyWalk.Budget? = nil
  ) {
    var search = board.search
    proof = WalkProof(
      of: policy, on: board,
      budget: budget ?? PolicyWalk.Budget(judging: policy, on: board)
    )
    var rng = SeededGenerator(seed: seed)
    let positions = (0..<samples).map { _ in
      board.rules.randomDecision(using: &rng)
    }
    var evaluator = PolicyEvaluator(of: policy)
    evaluator.evaluate(positions)
    let squares = board.rules.squareCount
    var counts = Samples()
    for (row, position) in positions.enumerated() {
      let moves = position.legalMoves.filter {
        evaluator.played[row * squares + $0.index] > 0
      }
      counts.add(moves, in: position, by: &search)
    }
    self.samples = counts
    isDeterministic = policy.isDeterministic
  }
}

extension SearchReport.Samples {
  fileprivate mutating func add(
    _ moves: [Square], in position: Position, by search: inout ValueSearch
  ) {
    count += 1
    let best = search.value(of: position)
    // No move lowers the value of a lost position.
    if best == -1 { return }
    var isUndecided = false
    for move in moves {
      let value = search.value(of: position.playing(move)).map(-)
      if value == 1 || value != nil && value == best { continue }
      if let value, let best, value < best {
        blunders += 1
        return
      }
      isUndecided = true
      // Without the best value no move can be told to lower it.
      if best == nil { break }
    }
    if isUndecided { undecided += 1 }
  }
}
