internal import NeuralNetwork
public import TicTacToe

/// A policy's moves in many positions at a time, in memory that is kept.
public struct PolicyEvaluator: Sendable {
  private let policy: any Policy

  /// The network that ranks the moves; nil for a policy without one.
  private let network: NetworkPolicy?

  /// Whether the player makes the likeliest move of its network.
  private let isGreedy: Bool

  /// The network of its moves alone, kept because it may be made of that one.
  private let moveNetwork: Network?

  private var batch = Batch()

  /// The probability of each move as the player makes it, of shape
  /// [positions, squares]; 0 for illegal moves.
  public private(set) var played: [Float] = []

  /// The probability of each move in the policy's distribution, of shape
  /// [positions, squares]: of a greedy network that of its softmax, else as
  /// played.
  public private(set) var drawn: [Float] = []

  /// What ranks the moves, of shape [positions, squares]: logits, or the
  /// probabilities of a policy without logits.
  public private(set) var ranks: [Float] = []

  public init(of policy: any Policy) {
    self.policy = policy
    let tempered = policy as? TemperedPolicy
    network = tempered?.network ?? policy as? NetworkPolicy
    moveNetwork = network?.moveNetwork
    isGreedy = tempered?.temperature == 0
  }

  public var hasLogits: Bool { network != nil }

  /// Evaluates a policy in positions that are not over.
  ///
  /// - Complexity: one batched evaluation.
  public mutating func evaluate(_ positions: [Position]) {
    played.removeAll(keepingCapacity: true)
    drawn.removeAll(keepingCapacity: true)
    ranks.removeAll(keepingCapacity: true)
    guard let network, let moveNetwork else {
      for position in positions {
        played += policy.probabilities(in: position)
      }
      (drawn, ranks) = (played, played)
      return
    }
    let encoding = network.encoding
    var symmetries: [Int] = []
    symmetries.reserveCapacity(positions.count)
    batch.removeAll()
    for position in positions {
      let view = encoding.view(of: position)
      encoding.append(view.position, to: &batch)
      symmetries.append(view.symmetry)
    }
    moveNetwork.evaluate(&batch)
    let squares = encoding.rules.squareCount
    for (row, position) in positions.enumerated() {
      let outputs = batch.outcomes(ofRow: row)
      for square in 0..<squares {
        let image = encoding.group.image(
          of: Square(square), under: symmetries[row]
        )
        ranks.append(outputs[image.index])
      }
      addProbabilities(in: position, network)
    }
  }

  /// Whether a greedy network's likeliest moves in a position lead to different
  /// classes: the tie, which goes to the lowest square of the board, is then
  /// broken differently in its images.
  ///
  /// - Parameters:
  ///   - row: The index of the position among those evaluated.
  ///   - classes: The class that the move to a square leads to; asked for legal
  ///     moves only.
  package func hasTies<Class: Equatable>(
    at row: Int, between classes: (_ square: Int) -> Class
  ) -> Bool {
    guard isGreedy, network != nil else { return false }
    let squares = network?.encoding.rules.squareCount ?? 0
    let places = row * squares..<(row + 1) * squares
    guard let best = places.first(where: { played[$0] == 1 }) else {
      return false
    }
    return places.contains {
      ranks[$0] == ranks[best] && drawn[$0] > 0
        && classes($0 - places.lowerBound) != classes(best - places.lowerBound)
    }
  }

  private mutating func addProbabilities(
    in position: Position, _ network: NetworkPolicy
  ) {
    let squares = position.rules.squareCount
    let first = drawn.count
    let legal = position.legalMask
    let none = repeatElement(Float(0), count: squares)
    drawn.append(contentsOf: none)
    var best = -1
    for square in 0..<squares where legal >> UInt64(square) & 1 == 1 {
      if best < 0 || ranks[first + square] > ranks[first + best] {
        best = square
      }
    }
    let greatest = network.head.logit(of: ranks[first + best])
    var total: Float = 0
    for square in 0..<squares where legal >> UInt64(square) & 1 == 1 {
      let power = Float.exp(
        network.head.logit(of: ranks[first + square]) - greatest
      )
      drawn[first + square] = power
      total += power
    }
    for place in first..<first + squares { drawn[place] /= total }
    if isGreedy {
      played.append(contentsOf: none)
      played[first + best] = 1
    } else if let tempered = policy as? TemperedPolicy {
      played += tempered.probabilities(
        in: position, by: Array(ranks[first..<first + squares])
      )
      drawn.replaceSubrange(first..., with: played[first...])
    } else {
      played += drawn[first..<first + squares]
    }
  }
}
