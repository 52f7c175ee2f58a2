package import NeuralNetwork
internal import Players
package import TicTacToe

/// A policy that weighs six features of each move: the softmax of their
/// weighted sum.
///
/// Symmetric moves have equal probability; so do all moves without features.
package struct FeaturePolicy: Policy {
  /// A property of a move.
  package enum Feature: Int, Sendable, CaseIterable {
    /// It wins at once.
    case win

    /// It takes a square where the opponent would win at once.
    case block

    /// It leaves one square that would win next.
    case threat

    /// It leaves several.
    case fork

    /// It takes a square that lies on both diagonals.
    case center

    /// It takes a corner.
    case corner
  }

  package let name: String

  /// The weights, of shape [features].
  package var weights: [Float]

  /// - Precondition: one weight per feature.
  package init(name: String, weights: [Float]) {
    precondition(
      weights.count == Feature.allCases.count,
      "\(weights.count) weights for \(Feature.allCases.count) features"
    )
    self.name = name
    self.weights = weights
  }

  /// The features of a legal move of 3×3, bit i standing for feature i.
  ///
  /// - Complexity: O(squares).
  package static func features(of move: Square, in position: Position) -> UInt8
  {
    let rules = position.rules
    let square = Bitboard(move, in: rules)
    let own = position.mover.union(square)
    let open = position.empty.subtracting(square).squares(in: rules)
    let wins = own.hasLine(in: rules)
    let threats =
      wins
      ? 0 : open.count { own.union(Bitboard($0, in: rules)).hasLine(in: rules) }
    let has = [
      wins,
      position.opponent.union(square).hasLine(in: rules),
      threats == 1, threats > 1,
      move.index == 4, [0, 2, 6, 8].contains(move.index),
    ]
    return has.indices.reduce(0) { has[$1] ? $0 | 1 << UInt8($1) : $0 }
  }

  package func logit(of features: UInt8) -> Float {
    weights.indices.reduce(0) {
      features >> UInt8($1) & 1 == 1 ? $0 + weights[$1] : $0
    }
  }

  package func distribution(in position: Position) -> Categorical {
    var logits = OutcomeVector(count: position.rules.squareCount)
    for move in position.legalMoves {
      logits[move.index] = logit(
        of: FeaturePolicy.features(of: move, in: position)
      )
    }
    return Categorical(logits: logits, legal: position.legalMask)
  }

  package func probabilities(in position: Position) -> [Float] {
    if position.outcome != nil { return position.noProbabilities }
    return distribution(in: position).probabilities.map { $0 }
  }
}
