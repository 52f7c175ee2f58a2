public import TicTacToe

/// A player whose probability of every move is known.
public protocol Policy: Player {
  /// The probability of each square's move in a position that is not over.
  ///
  /// Postcondition: legal moves sum to 1 up to rounding, every other is 0.
  func probabilities(in position: Position) -> [Float]

  /// The probability of every move of a state space, of shape [edges], and
  /// where the policy has any the logits that rank them: the greatest of a
  /// position is its greedy move.
  ///
  /// Postcondition: the probabilities are those of the single positions.
  func tabulated(
    in space: StateSpace
  ) -> (probabilities: [Float], logits: [Float]?)
}

extension Policy {
  /// The probabilities, position by position, and no logits.
  public func tabulated(
    in space: StateSpace
  ) -> (probabilities: [Float], logits: [Float]?) {
    var result: [Float] = []
    result.reserveCapacity(space.successors.count)
    for number in space.decisions {
      let row = probabilities(in: space.positions[number])
      for edge in space.edges(of: number) {
        result.append(row[space.move(along: edge).index])
      }
    }
    return (result, nil)
  }

  /// Draws a move from the distribution.
  public mutating func move(
    in position: Position,
    using rng: inout some RandomNumberGenerator
  ) -> Square? {
    probabilities(in: position).sampleIndex(using: &rng).map { Square($0) }
  }
}

extension Position {
  /// The legal move that ranks highest, of several the lowest square: the one
  /// rule of greedy play, for games and for proofs. Nil if the game is over.
  package func greedyMove(by ranks: [Float]) -> Square? {
    legalMoves.max { lhs, rhs in
      (ranks[lhs.index], rhs.index) < (ranks[rhs.index], lhs.index)
    }
  }

  /// The legal moves, bit i standing for square i.
  package var legalMask: UInt64 {
    legalMoves.reduce(0) { $0 | 1 << UInt64($1.index) }
  }
}
