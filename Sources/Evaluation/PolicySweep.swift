internal import Players
internal import TicTacToe

/// Every figure of a policy's report on a board whose positions are too many
/// for a graph, by one backward sweep over their numbers.
///
/// Two plies are kept, and the policy is evaluated in one block of positions
/// after the other.
struct PolicySweep {
  /// What a position is worth. Of two numbers the first is for the policy
  /// sitting in X, the second for O.
  private struct Node {
    var prospect: Prospect

    /// The opponent's result against the greedy policy; without logits, which
    /// rank the moves, `worst`.
    var greedy = SIMD2<Int8>()

    /// The best that the opponent may get from the player, whatever it draws.
    var worst = SIMD2<Int8>()

    /// The opponent's expected result against the policy as a distribution.
    var drawn = SIMD2<Double>()

    /// The shares that the player wins and loses against random moves: won in
    /// X, lost in X, won in O, lost in O.
    var random = SIMD4<Float>()

    /// The same against perfect play.
    var perfect = SIMD4<Float>()

    /// The complete games from here on that the player can lose. On 16 squares
    /// there are at most 16!, which fit.
    var lines = SIMD2<Int>()

    /// One more than the moves of the shortest of these games; 255 without one.
    var shortest = SIMD2<UInt8>(repeating: 255)

    /// The board is full.
    static let drawnEnd = Node(prospect: .drawn)

    /// A side has won by the last move.
    init(wonBy mover: Int) {
      prospect = .lost
      greedy = [1, 1]
      greedy[mover] = -1
      worst = greedy
      drawn = SIMD2(Double(greedy[0]), Double(greedy[1]))
      random = mover == 0 ? [1, 0, 0, 1] : [0, 1, 1, 0]
      perfect = random
      lines[1 - mover] = 1
      shortest[1 - mover] = 1
    }

    init(prospect: Prospect) {
      self.prospect = prospect
    }
  }

  private let ranking: PositionRanking
  private let squares: Int
  private var evaluator: PolicyEvaluator

  /// The nodes of the ply after the one that is swept.
  private var next: [Node] = []

  /// `Node.shortest`, of shape [plies, numbers].
  private var shortest: [[SIMD2<UInt8>]]

  // What is counted on the way, over all positions.
  private(set) var isDeterministic = true
  private var positions = 0
  private(set) var misplayed = 0
  private var blunders = 0
  private var mass = 0.0
  private var margin: Float?
  private(set) var finish = Finish()

  /// Judges a policy under a group of symmetries; nil if it does not play the
  /// images of a position alike.
  init?(of policy: any Policy, by ranking: PositionRanking) {
    self.ranking = ranking
    squares = ranking.rules.squareCount
    evaluator = PolicyEvaluator(of: policy)
    shortest = [[SIMD2<UInt8>]](repeating: [], count: ranking.plyCount)
    let isMerged = ranking.group.symmetries.count > 1
    if isMerged && !policy.isSymmetric { return nil }
    var block = PositionRanking.Block()
    for ply in (0..<ranking.plyCount).reversed() {
      var nodes = [Node](
        repeating: .drawnEnd, count: ranking.count(at: ply)
      )
      for number in 0..<ranking.classCount(at: ply) {
        ranking.fill(&block, ply: ply, class: number)
        if !sweep(block, into: &nodes, isMerged: isMerged) { return nil }
      }
      shortest[ply] = nodes.map(\.shortest)
      next = nodes
    }
  }

  /// Judges the positions of a block; false if merged ones are not played
  /// alike.
  private mutating func sweep(
    _ block: PositionRanking.Block, into nodes: inout [Node], isMerged: Bool
  ) -> Bool {
    let places = (0..<block.count).filter { block.isPosition[$0] }
    evaluator.evaluate(places.map { ranking.position($0, of: block) })
    for (row, place) in places.enumerated() {
      let children = block.children(of: place)
      if isMerged,
        evaluator.hasTies(
          at: row, between: { children[children.startIndex + $0] }
        )
      {
        return false
      }
      nodes[block.first + place] = node(
        row: row, children: children, mover: block.ply % 2,
        multiplicity: block.multiplicity
      )
    }
    return true
  }

  @inline(__always)
  private func node(_ child: Int32, after mover: Int) -> Node {
    switch child {
    case PositionRanking.Child.won: Node(wonBy: mover)
    case PositionRanking.Child.drawn: .drawnEnd
    default: next[Int(child)]
    }
  }

  private mutating func node(
    row: Int, children: ArraySlice<Int32>, mover: Int, multiplicity: Int
  ) -> Node {
    let first = children.startIndex
    let start = row * squares
    var best = Prospect.lost
    var greedy = -1
    var legalCount = 0
    for square in 0..<squares {
      let child = children[first + square]
      if child == PositionRanking.Child.none { continue }
      legalCount += 1
      best = max(best, node(child, after: mover).prospect.afterMove)
      let rank = evaluator.ranks[start + square]
      if greedy < 0 || rank > evaluator.ranks[start + greedy] {
        greedy = square
      }
    }
    var soundest = 0
    for square in 0..<squares {
      let child = children[first + square]
      if child == PositionRanking.Child.none { continue }
      let prospect = node(child, after: mover).prospect.afterMove
      if prospect.isSoundest(besides: best) { soundest += 1 }
    }
    let other = 1 - mover
    var result = Node(prospect: best)
    result.greedy[other] = -1
    result.worst = [-1, -1]
    result.drawn[other] = -1
    var total = 0.0
    var faults = Faults()
    for square in 0..<squares {
      let child = children[first + square]
      if child == PositionRanking.Child.none { continue }
      let node = node(child, after: mover)
      let prospect = node.prospect.afterMove
      let isSoundest = prospect.isSoundest(besides: best)
      let played = evaluator.played[start + square]
      let drawn = evaluator.drawn[start + square]
      if square == greedy {
        result.greedy[mover] = node.greedy[mover]
        faults.isBlunder = prospect.value < best.value
      }
      result.greedy[other] = max(result.greedy[other], node.greedy[other])
      result.worst[other] = max(result.worst[other], node.worst[other])
      total += Double(drawn)
      result.drawn[mover] += Double(drawn) * node.drawn[mover]
      result.drawn[other] = max(result.drawn[other], node.drawn[other])
      let random = 1 / Float(legalCount)
      let perfect = isSoundest ? 1 / Float(soundest) : 0
      result.random +=
        node.random
        * (mover == 0
          ? [played, played, random, random]
          : [random, random, played, played])
      result.perfect +=
        node.perfect
        * (mover == 0
          ? [played, played, perfect, perfect]
          : [perfect, perfect, played, played])
      result.lines[other] += node.lines[other]
      result.shortest[other] = min(result.shortest[other], node.shortest[other])
      if played > 0 {
        result.worst[mover] = max(result.worst[mover], node.worst[mover])
        result.lines[mover] += node.lines[mover]
        result.shortest[mover] = min(
          result.shortest[mover], node.shortest[mover]
        )
        if played < 1 { isDeterministic = false }
      }
      faults.add(
        prospect, best: best, isSoundest: isSoundest, played: played,
        drawn: drawn, logit: evaluator.ranks[start + square]
      )
    }
    // Probabilities are rounded to Float; their total is not exactly 1.
    result.drawn[mover] /= total
    if !evaluator.hasLogits {
      // What is likeliest says nothing of a player that draws its moves.
      result.greedy = result.worst
      faults.isBlunder = faults.isMisplayed
    }
    for seat in 0..<2 where result.shortest[seat] < 255 {
      result.shortest[seat] += 1
    }
    count(faults, best: best, multiplicity)
    return result
  }

  /// What a policy does wrong in one position.
  private struct Faults {
    var isBlunder = false
    var isMisplayed = false
    var mass: Float = 0
    var (good, bad) = (-Float.infinity, -Float.infinity)

    /// The probability that is played of all moves but the soundest, and of
    /// those of them that keep the value.
    var (others, kept): (Float, Float) = (0, 0)

    mutating func add(
      _ prospect: Prospect, best: Prospect, isSoundest: Bool, played: Float,
      drawn: Float, logit: Float
    ) {
      let isOptimal = prospect.value == best.value
      if isOptimal {
        good = max(good, logit)
      } else {
        bad = max(bad, logit)
        mass += drawn
        if played > 0 { isMisplayed = true }
      }
      if !isSoundest {
        others += played
        if isOptimal { kept += played }
      }
    }
  }

  private mutating func count(
    _ faults: Faults, best: Prospect, _ multiplicity: Int
  ) {
    positions += multiplicity
    if faults.isBlunder { blunders += multiplicity }
    if faults.isMisplayed { misplayed += multiplicity }
    mass += Double(multiplicity) * Double(faults.mass)
    if faults.bad.isFinite {
      margin = min(margin ?? .infinity, faults.good - faults.bad)
    }
    finish.add(
      others: Double(faults.others), kept: Double(faults.kept),
      in: best, times: multiplicity
    )
  }
}

extension PolicySweep {
  private var root: Node { next[0] }

  var proof: Proof {
    Proof(
      greedy: BestResponse(
        asX: Double(root.greedy[0]), asO: Double(root.greedy[1])
      ),
      sampled: BestResponse(asX: root.drawn[0], asO: root.drawn[1]),
      blunders: Blunders(
        count: blunders, positions: positions, mass: mass / Double(positions),
        margin: evaluator.hasLogits ? margin : nil
      ),
      gameValue: root.prospect.value
    )
  }

  var verdict: Verdict {
    Verdict(
      gameValue: root.prospect.value, asX: Int(root.worst[0]),
      asO: Int(root.worst[1]), misplayed: misplayed
    )
  }

  var againstRandom: PolicyReport.BothSeats { bothSeats(root.random) }
  var againstPerfect: PolicyReport.BothSeats { bothSeats(root.perfect) }

  private func bothSeats(_ shares: SIMD4<Float>) -> PolicyReport.BothSeats {
    PolicyReport.BothSeats(
      asX: ExpectedResult(win: Double(shares[0]), loss: Double(shares[1])),
      asO: ExpectedResult(win: Double(shares[2]), loss: Double(shares[3]))
    )
  }

  /// The games that the player can lose in a seat.
  func losingLines(of player: any Policy, in seat: Mark) -> LosingLines {
    let lane = seat == .x ? 0 : 1
    let count = root.lines[lane]
    return LosingLines(
      count: count,
      shortest: count > 0 ? shortestLine(of: player, in: seat, lane) : nil
    )
  }

  /// Plays the shortest lost game; ties go to the lowest square.
  private func shortestLine(
    of player: any Policy, in seat: Mark, _ lane: Int
  ) -> [Square] {
    var position = Position(rules: ranking.rules)
    var line: [Square] = []
    while position.outcome == nil {
      let probabilities =
        position.sideToMove == seat
        ? player.probabilities(in: position) : nil
      let moves = position.legalMoves.filter { move in
        probabilities.map { $0[move.index] > 0 } ?? true
      }
      let best = moves.min { one, other in
        (left(position.playing(one), seat, lane), one)
          < (left(position.playing(other), seat, lane), other)
      }
      guard let best else { break }
      line.append(best)
      position = position.playing(best)
    }
    return line
  }

  /// 1 + the moves of the shortest lost game from a position on.
  private func left(_ position: Position, _ seat: Mark, _ lane: Int) -> UInt8 {
    if let outcome = position.outcome {
      return outcome.value(for: seat) < 0 ? 1 : 255
    }
    guard let number = ranking.number(of: position)?.number else { return 255 }
    return shortest[position.ply][number][lane]
  }
}
