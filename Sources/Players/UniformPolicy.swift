public import TicTacToe

/// A policy that spreads its probability evenly over a set of legal moves.
public struct UniformPolicy: Policy {
  /// A short name for tables.
  public let name: String

  private let moves: @Sendable (Position) -> Bitboard

  private init(
    name: String,
    moves: @escaping @Sendable (Position) -> Bitboard
  ) {
    self.name = name
    self.moves = moves
  }

  /// The probability of each square's move.
  public func probabilities(in position: Position) -> [Float] {
    let moves = moves(position)
    precondition(!moves.isEmpty, "no move in \(position.text)")
    var result = [Float](repeating: 0, count: position.rules.squareCount)
    for move in moves.squares(in: position.rules) {
      result[move.index] = 1 / Float(moves.count)
    }
    return result
  }

  /// Every legal move alike.
  public static let random = UniformPolicy(name: "random") { $0.legal }

  /// The lowest legal square.
  public static let first = UniformPolicy(name: "first") { position in
    position.legalMoves.first { _ in true }
      .map { Bitboard($0, in: position.rules) } ?? []
  }

  /// Centre, then corners, then edges, of several the lowest: the advice given
  /// to children, which loses. For boards of 3×3.
  public static let center = UniformPolicy(name: "center") { position in
    let legal = position.legal
    return [4, 0, 2, 6, 8, 1, 3, 5, 7].lazy
      .map { Bitboard(Square($0), in: position.rules) }
      .first(where: legal.contains) ?? []
  }

  /// Every optimal move of 3×3 alike; its positions must be reachable.
  public static let perfect = UniformPolicy(name: "perfect") { position in
    let solution = Solution.ticTacToe
    guard let number = solution.space.number(of: position) else {
      preconditionFailure("\(position.text) cannot be reached by play")
    }
    return solution.optimalMoves[number]
  }

  /// The policies without weights, by name.
  public static let all: [UniformPolicy] = [.perfect, .random, .first, .center]
}
