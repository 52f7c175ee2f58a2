public import Players
public import TicTacToe

/// What can be told of a player on a board of more than 16 squares: a proof by
/// walks through every reply, and the value of sampled positions by search.
/// Nothing is estimated but the share of blunders, and that says so.
public struct SearchReport: Sendable {
  public let proof: WalkProof

  public let samples: Samples

  public let isDeterministic: Bool

  /// The likeliest moves of a policy in positions drawn at random.
  public struct Samples: Sendable, Equatable {
    public private(set) var count = 0

    /// How many likeliest moves lower the value.
    public private(set) var blunders = 0

    /// How many searches ended undecided.
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
      let places = row * squares..<(row + 1) * squares
      guard
        let move = position.greedyMove(by: Array(evaluator.ranks[places]))
      else { continue }
      counts.add(move, in: position, by: &search)
    }
    self.samples = counts
    isDeterministic = policy.isDeterministic
  }
}

extension SearchReport.Samples {
  fileprivate mutating func add(
    _ move: Square, in position: Position, by search: inout ValueSearch
  ) {
    count += 1
    let value = search.value(of: position.playing(move)).map { -$0 }
    // A win is as good as any move; no move lowers the value of a lost position.
    if value == 1 { return }
    let best = search.value(of: position)
    if best == -1 { return }
    if let best, let value {
      if value < best { blunders += 1 }
    } else {
      undecided += 1
    }
  }
}
