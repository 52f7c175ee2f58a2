public import Players
public import TicTacToe

/// A walk over all that can happen to a policy in one seat: every reply of the
/// opponent, with the moves that the policy makes. It proves that the policy
/// keeps what the seat is worth, or finds a game that loses it.
///
/// Positions are merged ply by ply, up to symmetry if the policy plays images
/// alike. Nothing but the rules is asked.
public struct PolicyWalk: Sendable {
  /// What the policy has to keep.
  public enum Aim: Sendable {
    case notToLose
    case toWin
  }

  public enum Result: Sendable, Equatable {
    case kept

    /// The shortest game that fails; ties go to the line met first.
    case failed([Square])

    /// The budget was spent.
    case undecided
  }

  /// The most that a walk does.
  public struct Budget: Sendable {
    /// The most positions in which the policy is evaluated, and the most that a
    /// ply may have.
    public var evaluations: Int

    /// How many failing lines are collected before the walk ends.
    public var failures: Int

    /// How many of the positions in which the policy was to move are kept.
    public var sample: Int

    public init(
      evaluations: Int = 5_000_000, failures: Int = 1, sample: Int = 0
    ) {
      self.evaluations = evaluations
      self.failures = failures
      self.sample = sample
    }

    /// What seconds suffice for: less for a player that searches at every move,
    /// and on more than 25 squares, where walks refute but do not prove.
    public init(judging policy: any Policy, on board: Board) {
      let most = policy.answersInSeconds(on: board.rules) ?? 5_000_000
      let isBig = board.rules.squareCount > 25
      self.init(evaluations: isBig ? min(most / 10, 20_000) : most)
    }
  }

  public let seat: Mark
  public let aim: Aim
  public private(set) var result: Result

  /// The lines that fail, the shortest first, as many as were asked for.
  public private(set) var failures: [[Square]] = []

  /// Whether it ended with as many as were asked for.
  public private(set) var isCut = false

  /// In how many positions the policy was to move, by the moves made before;
  /// images that it plays alike are counted once.
  public private(set) var positionsByPly: [Int]

  /// Positions in which the policy was to move, drawn uniformly, as many as
  /// were asked for: what a proof rests on. The same walk draws the same ones.
  public private(set) var sample: [Position] = []

  /// Whether positions were merged up to symmetry.
  public let isMerged: Bool

  /// The sum, modulo 2⁶⁴, of the FNV-1a hashes of the texts of those positions:
  /// of merged ones of the canonical image. Another program can recompute it.
  public private(set) var checksum: UInt64 = 0

  public var evaluations: Int { positionsByPly.reduce(0, +) }

  /// Walks from the empty board.
  ///
  /// - Complexity: one evaluation a position met: up to symmetry about 10⁴ on
  ///   4×4, 10⁶ on 5×5 for a sensible policy.
  public init(
    of policy: any Policy, in seat: Mark, on board: Board,
    aim: Aim = .notToLose, budget: Budget = Budget()
  ) {
    let groups =
      policy.isSymmetric
      ? [board.group, .identity(of: board.rules)]
      : [.identity(of: board.rules)]
    for group in groups {
      if let walk = PolicyWalk(
        of: policy, in: seat, under: group, aim: aim, budget: budget,
        cutsHopeless: true
      ) {
        self = walk
        return
      }
    }
    preconditionFailure("single positions that are not alike")
  }

  /// Walks under a group of symmetries; nil if the policy does not play the
  /// images of a position alike.
  ///
  /// - Parameter cutsHopeless: Whether a line ends where the opponent has no
  ///   open line left: no reply can win any more.
  package init?(
    of policy: any Policy, in seat: Mark, under group: SymmetryGroup, aim: Aim,
    budget: Budget, cutsHopeless: Bool
  ) {
    self.seat = seat
    self.aim = aim
    result = .kept
    let rules = group.rules
    positionsByPly = [Int](repeating: 0, count: rules.squareCount)
    isMerged = group.symmetries.count > 1
    var rng = SeededGenerator(seed: 0)
    var walker = Walker(
      seat: seat, group: group, evaluator: PolicyEvaluator(of: policy),
      mostPositions: budget.evaluations
    )
    while !walker.isDone {
      if walker.mover == seat {
        let count = walker.positions.count
        guard evaluations + count <= budget.evaluations else {
          result = .undecided
          break
        }
        draw(walker.positions, most: budget.sample, using: &rng)
        positionsByPly[walker.ply] = count
        for position in walker.positions { checksum &+= position.textHash }
        guard
          walker.makePolicyMoves(
            cutsHopeless: cutsHopeless && aim == .notToLose, aim: aim
          )
        else { return nil }
      } else {
        walker.makeReplies(aim: aim)
      }
      for line in walker.takeFailures(
        most: budget.failures - failures.count
      ) { failures.append(line) }
      isCut = failures.count >= budget.failures
      if isCut { break }
      if walker.isCut {
        result = .undecided
        break
      }
    }
    if let shortest = failures.first { result = .failed(shortest) }
  }

  /// Draws a sample of the positions of a ply and of those before: Vitter
  /// (1985), algorithm R.
  private mutating func draw(
    _ positions: [Position], most: Int,
    using rng: inout some RandomNumberGenerator
  ) {
    guard most > 0 else { return }
    for (met, position) in zip(evaluations..., positions) {
      if sample.count < most {
        sample.append(position)
        continue
      }
      let place = Int(rng.next() % UInt64(met + 1))
      if place < most { sample[place] = position }
    }
  }
}

/// The plies of a walk, one after the other.
private struct Walker {
  /// The positions of a ply, and the places of those before, of shape
  /// [positions].
  private struct Layer {
    var positions: [Position] = []
    var parents: [Int32] = []
  }

  /// A ply that grows.
  private struct Growth {
    var index = PositionIndex()
    var parents: [Int32] = []

    /// The most positions that it may have.
    let limit: Int

    var isFull: Bool { parents.count > limit }

    mutating func insert(_ position: Position, after parent: Int) {
      if isFull { return }
      let count = parents.count
      if index.insert(position) == count { parents.append(Int32(parent)) }
    }

    var layer: Layer { Layer(positions: index.positions, parents: parents) }
  }

  private let seat: Mark
  private let group: SymmetryGroup
  private var evaluator: PolicyEvaluator
  private let mostPositions: Int
  private var layers: [Layer]

  /// Whether a ply had more positions than may be kept.
  private(set) var isCut = false

  /// Where a line failed: a place in the last layer but one, and the move.
  private var failures: [(place: Int, move: Square)] = []

  init(
    seat: Mark, group: SymmetryGroup, evaluator: PolicyEvaluator,
    mostPositions: Int
  ) {
    self.mostPositions = mostPositions
    self.seat = seat
    self.group = group
    self.evaluator = evaluator
    layers = [Layer(positions: [Position(rules: group.rules)], parents: [-1])]
  }

  var ply: Int { layers.count - 1 }
  var mover: Mark { ply.isMultiple(of: 2) ? .x : .o }
  var positions: [Position] { layers[ply].positions }
  var isDone: Bool { layers[ply].parents.isEmpty }

  /// Makes every move that the policy may make; false if it does not play the
  /// images of a position alike.
  mutating func makePolicyMoves(
    cutsHopeless: Bool, aim: PolicyWalk.Aim
  ) -> Bool {
    let (positions, squares) = (positions, group.rules.squareCount)
    var next = Growth(limit: mostPositions)
    for start in stride(from: 0, to: positions.count, by: 512)
    where !next.isFull {
      let block = positions[start..<min(start + 512, positions.count)]
      evaluator.evaluate(Array(block))
      for (row, position) in block.enumerated() {
        if group.symmetries.count > 1,
          evaluator.hasTies(
            at: row,
            between: { group.canonical(position.playing(Square($0))).position }
          )
        {
          return false
        }
        for move in position.legalMoves
        where evaluator.played[row * squares + move.index] > 0 {
          let after = position.playing(move)
          switch after.outcome {
          case .win: break
          case .draw:
            if aim == .toWin { failures.append((start + row, move)) }
          case nil:
            if cutsHopeless, after.isHopeless { continue }
            next.insert(group.canonical(after).position, after: start + row)
          }
        }
      }
    }
    append(next)
    return true
  }

  /// Makes every reply of the opponent.
  mutating func makeReplies(aim: PolicyWalk.Aim) {
    var next = Growth(limit: mostPositions)
    for (place, position) in positions.enumerated() where !next.isFull {
      for move in position.legalMoves {
        let after = position.playing(move)
        switch after.outcome {
        case .win: failures.append((place, move))
        case .draw:
          if aim == .toWin { failures.append((place, move)) }
        case nil:
          next.insert(group.canonical(after).position, after: place)
        }
      }
    }
    append(next)
  }

  private mutating func append(_ next: Growth) {
    layers.append(next.layer)
    isCut = next.isFull
  }

  /// The lines that failed in the last ply, one for each position before, on
  /// the board as it is.
  mutating func takeFailures(most: Int) -> [[Square]] {
    defer { failures.removeAll() }
    var last = -1
    return failures.filter { failure in
      defer { last = failure.place }
      return failure.place != last
    }
    .prefix(most).map { line(to: $0) }
  }

  private mutating func line(
    to failure: (place: Int, move: Square)
  ) -> [Square] {
    var chain: [Position] = []
    var place = failure.place
    for layer in layers.dropLast().reversed() {
      chain.append(layer.positions[place])
      place = Int(layer.parents[place])
    }
    let end = chain[0].playing(failure.move)
    let targets =
      chain.reversed().dropFirst() + [group.canonical(end).position]
    var position = Position(rules: group.rules)
    var line: [Square] = []
    for target in targets {
      // Of the moves that lead to the same class, a player makes its own.
      evaluator.evaluate([position])
      let isOwn = position.sideToMove == seat
      let move = position.legalMoves.first {
        (!isOwn || evaluator.played[$0.index] > 0)
          && group.canonical(position.playing($0)).position == target
      }
      guard let move else {
        preconditionFailure("no move from \(position.text) is in the chain")
      }
      line.append(move)
      position = position.playing(move)
    }
    return line
  }
}

extension Position {
  /// Whether the side to move has no open line left: it cannot win any more.
  fileprivate var isHopeless: Bool {
    !Bitboard.full(in: rules).subtracting(opponent).hasLine(in: rules)
  }

  /// The FNV-1a hash of the bytes of ``text``.
  fileprivate var textHash: UInt64 {
    let x = stones(of: .x)
    let o = stones(of: .o)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ character: Unicode.Scalar) {
      hash = (hash ^ UInt64(character.value)) &* 0x100_0000_01b3
    }
    for row in (0..<rules.rows).reversed() {
      for column in 0..<rules.columns {
        let square = Square(row * rules.columns + column)
        add(
          x.contains(square, in: rules)
            ? "X" : o.contains(square, in: rules) ? "O" : "."
        )
      }
      if row > 0 { add("/") }
    }
    return hash
  }
}
