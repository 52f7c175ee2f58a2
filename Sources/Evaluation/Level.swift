public import Players
public import TicTacToe

/// How hard a policy is to beat, by the exact share of games that it loses to
/// perfect play.
public enum Level: String, Sendable, CaseIterable {
  case easy
  case medium
  case hard
  case perfect

  /// The share of its games that it loses to perfect play, the mean of both
  /// seats.
  public var lossShare: Double {
    switch self {
    case .easy: 0.5
    case .medium: 0.25
    case .hard: 0.05
    case .perfect: 0
    }
  }

  /// The player of a level: on a board of up to 16 squares ``mixture(on:)``;
  /// beyond, one that looks 1, 2 or 4 moves ahead, and perfect play as far as a
  /// search finds it.
  public func policy(on board: Board) -> any Policy {
    guard board.scope == .search else { return mixture(on: board) }
    return switch self {
    case .easy: LookAheadPolicy(name: rawValue, plies: 1)
    case .medium: LookAheadPolicy(name: rawValue, plies: 2)
    case .hard: LookAheadPolicy(name: rawValue, plies: 4)
    case .perfect: UniformPolicy(.perfect, on: board)
    }
  }

  /// Perfect play with as many random moves as squander the level's share, or
  /// random play where that squanders less.
  ///
  /// - Precondition: the board has at most 16 squares.
  /// - Complexity: that of ``MixedPolicy/init(name:losing:on:)`` on boards
  ///   without a constant.
  public func mixture(on board: Board) -> MixedPolicy {
    let known = self == .perfect ? 0 : Level.mixtures[board.rules.text]?[self]
    guard let randomness = known else {
      let most = MixedPolicy.largestLossShare(on: board)
      return MixedPolicy(
        name: rawValue, losing: min(lossShare, most), on: board
      )
    }
    return MixedPolicy(
      name: rawValue, base: UniformPolicy(.perfect, on: board),
      randomness: randomness
    )
  }

  /// The probability of a random move that ``MixedPolicy/init(name:losing:on:)``
  /// finds on the boards that people play.
  private static let mixtures: [String: [Level: Float]] = [
    "3x3:3": [.easy: 0.38917553, .medium: 0.16933918, .hard: 0.03105867],
    "4x3:3": [.easy: 0.36998695, .medium: 0.17574918, .hard: 0.034637127],
    "3x4:3": [.easy: 0.36998695, .medium: 0.17574918, .hard: 0.034637127],
    "4x4:3": [.easy: 0.45802242, .medium: 0.25584033, .hard: 0.06702835],
    "4x4:4": [.easy: 0.7761736, .medium: 0.339962, .hard: 0.06256906],
  ]
}

extension MixedPolicy {
  /// Perfect play mixed with random moves so that it squanders the value of a
  /// share of its games against perfect play; exact to 10⁻⁶. On a drawn board
  /// these are the games it loses, the mean of both seats; where X wins by best
  /// play those that it does not win as X, since O is lost anyway.
  ///
  /// More random moves squander more: a search by halves, or by fifths where one
  /// sweep serves four mixtures, finds how many. Games are summed over every
  /// line of play.
  ///
  /// - Precondition: the board has at most 16 squares, and the share is in
  ///   0…`largestLossShare(on:)`.
  /// - Complexity: 24 times O(classes · squares) on 3×3, 11 times
  ///   O(numbers · squares) beyond: seconds on 4×4.
  public init(name: String, losing share: Double, on board: Board) {
    let mixtures = PerfectMixtures(on: board)
    let largest = mixtures.shares(withRandomness: .one)[0]
    precondition(
      0 <= share && share <= largest,
      "a share of \(share) lost, not in 0…\(largest)"
    )
    self.init(
      name: name, base: UniformPolicy(.perfect, on: board),
      randomness: share > 0 ? mixtures.randomness(squandering: share) : 0
    )
  }

  /// The share of its games that random play squanders against perfect play: no
  /// mixture squanders more.
  ///
  /// - Complexity: O(classes · squares).
  public static func largestLossShare(on board: Board) -> Double {
    PerfectMixtures(on: board).shares(withRandomness: .one)[0]
  }
}

/// Perfect play mixed with random moves, against perfect play.
private enum PerfectMixtures {
  case tables(perfect: PolicyTable, random: PolicyTable)
  case numbers(MixtureSweep)

  init(on board: Board) {
    guard board.scope == .graph else {
      self = .numbers(MixtureSweep(board.values))
      return
    }
    self = .tables(
      perfect: PolicyTable(
        of: UniformPolicy(.perfect, on: board), in: board.classes
      ),
      random: PolicyTable(of: UniformPolicy.random, in: board.classes)
    )
  }

  /// The least randomness, up to 10⁻⁷, that squanders a share.
  func randomness(squandering share: Double) -> Float {
    var (low, high): (Float, Float) = (0, 1)
    switch self {
    case .tables:
      for _ in 0..<24 {
        let middle = (low + high) / 2
        let shares = shares(withRandomness: SIMD4(repeating: Double(middle)))
        if shares[0] < share { low = middle } else { high = middle }
      }
    case .numbers:
      for _ in 0..<11 {
        let step = (high - low) / 5
        let middles = (1...4).map { low + Float($0) * step }
        let shares = shares(withRandomness: SIMD4(middles.map(Double.init)))
        let place = (0..<4).first { shares[$0] >= share } ?? 4
        (low, high) = (
          place > 0 ? middles[place - 1] : low,
          place < 4 ? middles[place] : high
        )
      }
    }
    return high
  }

  /// The share of games that each of four mixtures squanders; of tables the
  /// first alone is computed.
  func shares(withRandomness randomness: SIMD4<Double>) -> SIMD4<Double> {
    switch self {
    case .numbers(let sweep): sweep.shares(withRandomness: randomness)
    case .tables(let perfect, let random):
      SIMD4(
        repeating: PerfectMixtures.losses(
          of: perfect, random, Float(randomness[0])
        )
      )
    }
  }

  private static func losses(
    of perfect: PolicyTable, _ random: PolicyTable, _ randomness: Float
  ) -> Double {
    let mixture = PolicyTable(
      zip(perfect.probabilities, random.probabilities).map {
        (1 - randomness) * $0 + randomness * $1
      },
      logits: nil,
      in: perfect.graph
    )
    let seats = PolicyReport.BothSeats(of: mixture, against: perfect)
    return (seats.asX.loss + seats.asO.loss) / 2
  }
}
