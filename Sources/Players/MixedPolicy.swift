public import TicTacToe

/// A policy that plays any legal move, all alike, with some probability, and
/// else as another policy.
public struct MixedPolicy: Policy {
  /// A short name for tables.
  public let name: String

  /// Who it is when it does not play at random.
  public let base: any Policy

  /// How often it plays at random, 0…1.
  public let randomness: Float

  /// Mixes a policy with uniformly random moves.
  public init(name: String, base: any Policy, randomness: Float) {
    precondition(
      (0...1).contains(randomness),
      "random moves with probability \(randomness)"
    )
    self.name = name
    self.base = base
    self.randomness = randomness
  }

  /// The probability of each square's move.
  public func probabilities(in position: Position) -> [Float] {
    let random = UniformPolicy.random.probabilities(in: position)
    return zip(base.probabilities(in: position), random).map {
      (1 - randomness) * $0 + randomness * $1
    }
  }
}
