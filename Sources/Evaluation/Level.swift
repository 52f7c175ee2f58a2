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

  /// Perfect play with some random moves.
  ///
  /// - Complexity: that of ``MixedPolicy/init(name:losing:on:)``.
  public func policy(on board: Board) -> MixedPolicy {
    MixedPolicy(name: rawValue, losing: lossShare, on: board)
  }
}

extension MixedPolicy {
  /// Perfect play mixed with random moves so that it loses a share of its games
  /// to perfect play, the mean of both seats; exact to 10⁻⁶.
  ///
  /// More random moves lose more, so that bisection finds how many. Losses are
  /// summed over every line of play.
  ///
  /// - Precondition: the share is in 0…`largestLossShare(on:)`.
  /// - Complexity: 24 times O(classes · squares).
  public init(name: String, losing share: Double, on board: Board) {
    let mixtures = PerfectMixtures(on: board)
    let largest = mixtures.losses(withRandomness: 1)
    precondition(
      0 <= share && share <= largest,
      "a share of \(share) lost, not in 0…\(largest)"
    )
    var (low, high): (Float, Float) = (0, 1)
    for _ in 0..<24 where share > 0 {
      let middle = (low + high) / 2
      if mixtures.losses(withRandomness: middle) < share {
        low = middle
      } else {
        high = middle
      }
    }
    self.init(
      name: name, base: UniformPolicy(.perfect, on: board),
      randomness: share > 0 ? high : 0
    )
  }

  /// The share of its games that random play loses to perfect play: no mixture
  /// loses more.
  ///
  /// - Complexity: O(classes · squares).
  public static func largestLossShare(on board: Board) -> Double {
    PerfectMixtures(on: board).losses(withRandomness: 1)
  }
}

/// Perfect play mixed with random moves, against perfect play.
private struct PerfectMixtures {
  private let perfect: PolicyTable
  private let random: PolicyTable

  init(on board: Board) {
    perfect = PolicyTable(
      of: UniformPolicy(.perfect, on: board), in: board.classes
    )
    random = PolicyTable(of: UniformPolicy.random, in: board.classes)
  }

  func losses(withRandomness randomness: Float) -> Double {
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
