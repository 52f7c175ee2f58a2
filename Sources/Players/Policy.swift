public import TicTacToe

/// A player that draws its moves from known probabilities.
public protocol Policy: Player {
  /// The distribution that ``Player/move(in:using:)`` draws from, of shape
  /// [squares].
  ///
  /// Postcondition: legal moves sum to 1 up to rounding, every other is 0. A
  /// finished game has zeros only.
  func probabilities(in position: Position) -> [Float]

  /// Whether the images of a position under the symmetries of the board are
  /// played alike, so that one position of each class stands for all. Ties of
  /// greedy play, which go to the lowest square of the board, are excepted.
  var isSymmetric: Bool { get }

  /// Whether it has one move in every position, for certain.
  var isDeterministic: Bool { get }

  /// About how many positions of a board it answers in some seconds if each
  /// takes a search of the rules; nil if none does.
  func answersInSeconds(on rules: Rules) -> Int?

  /// The probability of every move of a graph, of shape [edges], and the
  /// logits that rank them if the policy has any: the greatest of a position is
  /// its greedy move.
  ///
  /// Postcondition: the probabilities are those of the single positions.
  func tabulated(
    in graph: StateGraph
  ) -> (probabilities: [Float], logits: [Float]?)
}

extension Policy {
  public var isSymmetric: Bool { false }

  public var isDeterministic: Bool { false }

  public func answersInSeconds(on rules: Rules) -> Int? { nil }

  public func tabulated(
    in graph: StateGraph
  ) -> (probabilities: [Float], logits: [Float]?) {
    var result: [Float] = []
    result.reserveCapacity(graph.successors.count)
    for node in graph.decisions {
      let row = probabilities(in: graph.positions[node])
      for edge in graph.edges(of: node) {
        result.append(row[graph.move(along: edge).index])
      }
    }
    return (result, nil)
  }

  public mutating func move(
    in position: Position, using rng: inout some RandomNumberGenerator
  ) -> Square? {
    probabilities(in: position).sampleIndex(using: &rng).map { Square($0) }
  }
}

extension Position {
  /// The legal move that ranks highest, nil if the game is over; ties go to the
  /// lowest square. This is the one rule of greedy play, for games and proofs.
  package func greedyMove(by ranks: [Float]) -> Square? {
    legalMoves.max { lhs, rhs in
      (ranks[lhs.index], rhs.index) < (ranks[rhs.index], lhs.index)
    }
  }

  /// The probabilities of a finished game: a zero for each square.
  package var noProbabilities: [Float] {
    [Float](repeating: 0, count: rules.squareCount)
  }

  /// The legal moves, bit i standing for square i.
  package var legalMask: UInt64 {
    legalMoves.reduce(0) { $0 | 1 << UInt64($1.index) }
  }
}
