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
    var result = position.noProbabilities
    if position.outcome != nil { return result }
    let moves = moves(position)
    for move in moves.squares(in: position.rules) {
      result[move.index] = 1 / Float(moves.count)
    }
    return result
  }

  /// Every legal move equally often.
  public static let random = UniformPolicy(name: "random") { $0.legal }

  /// The lowest legal square.
  public static let first = UniformPolicy(name: "first") { position in
    position.legalMoves.first { _ in true }
      .map { Bitboard($0, in: position.rules) } ?? []
  }

  /// The center, then corners, then edges, the lowest square first: the advice
  /// given to children, which loses. For boards of 3×3.
  public static let center = UniformPolicy(name: "center") { position in
    let legal = position.legal
    return [4, 0, 2, 6, 8, 1, 3, 5, 7].lazy
      .map { Bitboard(Square($0), in: position.rules) }
      .first(where: legal.contains) ?? []
  }

  /// The optimal moves of 3×3 that win soonest or lose latest, equally often.
  ///
  /// - Precondition: Play can reach the position.
  public static let perfect = UniformPolicy(name: "perfect") { position in
    let solution = Solution.ticTacToe
    let number = solution.number(of: position)
    return solution.space.edges(of: number)
      .filter { Distances.ticTacToe.isKept(along: $0, from: number, solution) }
      .reduce(into: []) { moves, edge in
        let move = solution.space.move(along: edge)
        moves.formUnion(Bitboard(move, in: position.rules))
      }
  }

  /// Every optimal move of 3×3 equally often, however long it takes to win.
  ///
  /// - Precondition: Play can reach the position.
  package static let optimal = UniformPolicy(name: "optimal") { position in
    let solution = Solution.ticTacToe
    return solution.optimalMoves[solution.number(of: position)]
  }

  /// The policies without weights, by name.
  public static let all: [UniformPolicy] = [.perfect, .random, .first, .center]
}

extension Solution {
  fileprivate func number(of position: Position) -> Int {
    guard let number = space.number(of: position) else {
      preconditionFailure("\(position.text) cannot be reached by play")
    }
    return number
  }
}

extension Distances {
  /// Whether a move keeps the value of the position of a number, and wins as
  /// soon or loses as late as it can.
  package func isKept(
    along edge: Int,
    from number: Int,
    _ solution: Solution
  ) -> Bool {
    let next = Int(solution.space.successors[edge])
    return solution.isOptimal[edge] && values[next] + 1 == values[number]
  }
}
