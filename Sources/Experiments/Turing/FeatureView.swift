internal import NeuralNetwork
internal import Players
internal import TicTacToe
internal import Training

/// A position that was seen, with its images, as the features of its moves.
struct FeatureView: Sendable {
  /// The features of each move, of shape [moves].
  let features: [UInt8]

  /// The share of each move among those made here, of shape [moves].
  let shares: OutcomeVector

  /// The position's share of all moves seen.
  let weight: Float

  /// Every position seen, up to symmetry.
  static func all(of watched: Demonstrations) -> [FeatureView] {
    let graph = ticTacToe.states
    let canonical = watched.upToSymmetry
    return graph.decisions.compactMap { number in
      let edges = graph.edges(of: number)
      let counts = canonical.counts[edges]
      let sum = counts.reduce(0, +)
      if sum == 0 { return nil }
      return FeatureView(
        features: edges.map {
          FeaturePolicy.features(
            of: graph.move(along: $0), in: graph.positions[number]
          )
        },
        shares: OutcomeVector(counts.map { Float($0) / Float(sum) }),
        weight: Float(sum) / Float(watched.moves)
      )
    }
  }

  /// A policy's distribution over its moves.
  func distribution(by policy: FeaturePolicy) -> Categorical {
    Categorical(
      logits: features.map(policy.logit),
      legal: (1 << UInt64(features.count)) - 1
    )
  }

  /// Adds a gradient by the logits, of shape [moves], times a weight, to the
  /// gradient by the policy's weights, of shape [features].
  func add(_ slopes: OutcomeVector, weight: Float, to gradient: inout [Float]) {
    for (move, slope) in slopes.enumerated() {
      for feature in gradient.indices
      where features[move] >> UInt8(feature) & 1 == 1 {
        gradient[feature] += weight * slope
      }
    }
  }
}
