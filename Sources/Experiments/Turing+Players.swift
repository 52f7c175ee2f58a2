internal import Evaluation
internal import NeuralNetwork
internal import Players
internal import TicTacToe

extension Turing {
  /// A player to be inferred; its moves are drawn.
  enum Hidden: String, CaseIterable {
    /// Weighs the six features, with weights of the seed's own.
    case features

    /// Wins if it can, else blocks if it must, else anything; one move of five
    /// is random.
    case lookAhead = "look-ahead"

    /// Optimal moves mixed with random ones, as many as the level medium has.
    case mixed

    /// The player of a seed.
    func policy(seed: UInt64) -> any Policy {
      switch self {
      case .features:
        var rng = SeededGenerator(seed: seed, stream: 1 << 62)
        let typical: [Float] = [3, 2, 1, 1.5, 1, 0.5]
        return FeaturePolicy(
          name: rawValue,
          weights: typical.map { $0 * (0.5 + rng.nextUnit()) }
        )
      case .lookAhead:
        return MixedPolicy(
          name: rawValue,
          base: FeaturePolicy(name: "", weights: [40, 20, 0, 0, 0, 0]),
          randomness: 0.2
        )
      case .mixed:
        return MixedPolicy(
          name: rawValue,
          base: UniformPolicy.optimal,
          randomness: Level.medium.policy.randomness
        )
      }
    }
  }
}
