public import TicTacToe

/// A policy that sometimes plays a uniformly random move, and otherwise as
/// another policy does.
public struct MixedPolicy: Policy {
  public let name: String
  public let base: any Policy

  /// The probability of a random move, 0…1.
  public let randomness: Float

  /// - Precondition: `randomness` is in 0…1.
  public init(name: String, base: any Policy, randomness: Float) {
    precondition(
      (0...1).contains(randomness),
      "random moves with probability \(randomness)"
    )
    self.name = name
    self.base = base
    self.randomness = randomness
  }

  public var isSymmetric: Bool { base.isSymmetric }

  public func answersInSeconds(on rules: Rules) -> Int? {
    base.answersInSeconds(on: rules)
  }

  public func probabilities(in position: Position) -> [Float] {
    let random = UniformPolicy.random.probabilities(in: position)
    return zip(base.probabilities(in: position), random).map {
      (1 - randomness) * $0 + randomness * $1
    }
  }
}
