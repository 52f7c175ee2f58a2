internal import TicTacToe

/// Perfect play mixed with random moves, against perfect play: how often it
/// squanders the value of the game, by one backward sweep for four mixtures.
struct MixtureSweep {
  private struct Node {
    var prospect: Prospect

    /// The probability that the mixture in X ends below the game's value.
    var asX = SIMD4<Double>()

    /// The same for O.
    var asO = SIMD4<Double>()
  }

  private let ranking: PositionRanking

  /// The value of the empty board for X.
  private let gameValue: Int

  init(_ values: ValueTable) {
    ranking = values.ranking
    gameValue =
      values.prospect(of: Position(rules: ranking.rules))?.value ?? 0
  }

  /// The share that random play squanders: no mixture squanders more.
  ///
  /// - Complexity: O(numbers · squares).
  var largestShare: Double { shares(withRandomness: .one)[0] }

  /// The least probability of a random move, up to 10⁻⁷, that squanders a
  /// share.
  ///
  /// More random moves squander more: 24 halvings find how many, two in each of
  /// 12 sweeps.
  func randomness(squandering share: Double) -> Float {
    var (low, high): (Float, Float) = (0, 1)
    for _ in 0..<12 {
      let middle = (low + high) / 2
      let ends = SIMD4((low + middle) / 2, middle, (middle + high) / 2, high)
      let shares = shares(withRandomness: SIMD4(ends))
      let place = (0..<3).first { shares[$0] >= share } ?? 3
      (low, high) = (place > 0 ? ends[place - 1] : low, ends[place])
    }
    return high
  }

  /// The share of games that a mixture squanders: the mean of both seats, or
  /// that of X where X wins by best play, so that O is lost anyway.
  ///
  /// - Complexity: O(numbers · squares).
  private func shares(withRandomness randomness: SIMD4<Double>) -> SIMD4<Double>
  {
    var block = PositionRanking.Block()
    var next: [Node] = []
    var children: [Node] = []
    for ply in (0..<ranking.plyCount).reversed() {
      var nodes = [Node](
        repeating: Node(prospect: .drawn), count: ranking.count(at: ply)
      )
      for number in 0..<ranking.classCount(at: ply) {
        ranking.fill(&block, ply: ply, class: number)
        for place in 0..<block.count where block.isPosition[place] {
          children.removeAll(keepingCapacity: true)
          for child in block.children(of: place)
          where child != PositionRanking.Child.none {
            children.append(self.child(child, next, after: ply % 2))
          }
          nodes[block.first + place] = node(
            children, mover: ply % 2, randomness
          )
        }
      }
      next = nodes
    }
    return gameValue > 0 ? next[0].asX : (next[0].asX + next[0].asO) / 2
  }

  private func child(_ child: Int32, _ next: [Node], after mover: Int) -> Node {
    switch child {
    case PositionRanking.Child.won: end(mover == 0 ? 1 : -1)
    case PositionRanking.Child.drawn: end(0)
    default: next[Int(child)]
    }
  }

  /// The end of a game with a result for X.
  private func end(_ result: Int) -> Node {
    var node = Node(prospect: result == 0 ? .drawn : .lost)
    if result < gameValue { node.asX = .one }
    if result > gameValue { node.asO = .one }
    return node
  }

  private func node(
    _ children: [Node], mover: Int,
    _ randomness: SIMD4<Double>
  ) -> Node {
    var best = Prospect.lost
    for child in children { best = max(best, child.prospect.afterMove) }
    var result = Node(prospect: best)
    var sound = (count: 0.0, asX: SIMD4<Double>(), asO: SIMD4<Double>())
    var all = sound
    for child in children {
      all.count += 1
      all.asX += child.asX
      all.asO += child.asO
      guard child.prospect.afterMove.isSoundest(besides: best) else { continue }
      sound.count += 1
      sound.asX += child.asX
      sound.asO += child.asO
    }
    result.asX = sound.asX / sound.count
    result.asO = sound.asO / sound.count
    if mover == 0 {
      result.asX += randomness * (all.asX / all.count - result.asX)
    } else {
      result.asO += randomness * (all.asO / all.count - result.asO)
    }
    return result
  }
}

extension SIMD4<Double> {
  fileprivate static var one: SIMD4<Double> { SIMD4(repeating: 1) }
}
