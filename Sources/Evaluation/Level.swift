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
      let mixtures = MixtureSweep(board.values)
      return MixedPolicy(
        name: rawValue, losing: min(lossShare, mixtures.largestShare),
        of: mixtures, on: board
      )
    }
    return MixedPolicy(
      name: rawValue, base: UniformPolicy(.perfect, on: board),
      randomness: randomness
    )
  }

  /// The probability of a random move that
  /// ``MixedPolicy/init(name:losing:on:)`` finds on the boards that people
  /// play. A test finds them again.
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
  /// - Precondition: the board has at most 16 squares, and the share is in
  ///   0…`largestLossShare(on:)`.
  /// - Complexity: 13 times O(numbers · squares): seconds on 4×4.
  public init(name: String, losing share: Double, on board: Board) {
    let mixtures = MixtureSweep(board.values)
    let largest = mixtures.largestShare
    precondition(
      0 <= share && share <= largest,
      "a share of \(share) lost, not in 0…\(largest)"
    )
    self.init(name: name, losing: share, of: mixtures, on: board)
  }

  fileprivate init(
    name: String, losing share: Double, of mixtures: MixtureSweep,
    on board: Board
  ) {
    self.init(
      name: name, base: UniformPolicy(.perfect, on: board),
      randomness: share > 0 ? mixtures.randomness(squandering: share) : 0
    )
  }

  /// The share of its games that random play squanders against perfect play: no
  /// mixture squanders more.
  ///
  /// - Complexity: O(numbers · squares).
  public static func largestLossShare(on board: Board) -> Double {
    MixtureSweep(board.values).largestShare
  }
}
