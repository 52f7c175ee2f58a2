public import TicTacToe

/// A policy that spreads its probability evenly over a set of legal moves.
public struct UniformPolicy: Policy {
  /// The policies without weights, as commands name them.
  public enum Name: String, Sendable, CaseIterable {
    /// The optimal moves that win soonest or lose latest.
    case perfect

    case random

    /// The lowest legal square.
    case first

    /// The square on the most lines; ties go to the lowest. On 3×3 that is the
    /// center, then corners, then edges: the advice given to children, which
    /// loses.
    case center
  }

  public let name: String

  public let isSymmetric: Bool
  private let searchesInSeconds: Int?

  /// Those that name one square play images differently, and the others draw.
  public var isDeterministic: Bool { !isSymmetric }

  public func answersInSeconds(on rules: Rules) -> Int? { searchesInSeconds }

  private let moves: @Sendable (Position) -> Bitboard

  private init(
    name: String, isSymmetric: Bool, searchesInSeconds: Int? = nil,
    moves: @escaping @Sendable (Position) -> Bitboard
  ) {
    self.name = name
    self.searchesInSeconds = searchesInSeconds
    self.isSymmetric = isSymmetric
    self.moves = moves
  }

  public func probabilities(in position: Position) -> [Float] {
    var result = position.noProbabilities
    if position.outcome != nil { return result }
    let moves = moves(position)
    for move in moves.squares(in: position.rules) {
      result[move.index] = 1 / Float(moves.count)
    }
    return result
  }

  /// The policy of a name.
  ///
  /// - Precondition: play can reach the positions that `perfect` is asked
  ///   about.
  public init(_ name: Name, on board: Board) {
    switch name {
    case .perfect: self = .soundest(on: board)
    case .random: self = .random
    case .first: self = .first
    case .center: self = .mostLines(on: board.rules)
    }
  }

  public static let random = UniformPolicy(
    name: Name.random.rawValue, isSymmetric: true
  ) { $0.legal }

  public static let first = UniformPolicy(
    name: Name.first.rawValue, isSymmetric: false
  ) { position in
    position.legalMoves.first { _ in true }
      .map { Bitboard($0, in: position.rules) } ?? []
  }

  private static func mostLines(on rules: Rules) -> UniformPolicy {
    let counts = rules.lineCounts
    let squares = counts.indices
      .sorted { (-counts[$0], $0) < (-counts[$1], $1) }
      .map { Bitboard(Square($0), in: rules) }
    return UniformPolicy(
      name: Name.center.rawValue, isSymmetric: false
    ) { position in
      squares.first(where: position.legal.contains) ?? []
    }
  }

  private static func soundest(on board: Board) -> UniformPolicy {
    guard board.scope == .graph else {
      return UniformPolicy(
        name: Name.perfect.rawValue, isSymmetric: true,
        searchesInSeconds: board.scope == .search ? 50 : nil,
        moves: board.soundestMoves
      )
    }
    let solution = board.classSolution
    return UniformPolicy(
      name: Name.perfect.rawValue, isSymmetric: true
    ) { position in
      board.moves(in: position, solution.soundestMoves)
    }
  }

  /// Every optimal move equally often, however long it takes to win.
  ///
  /// - Precondition: play can reach the positions it is asked about.
  package static func optimal(on board: Board) -> UniformPolicy {
    let solution = board.classSolution
    return UniformPolicy(name: "optimal", isSymmetric: true) { position in
      board.moves(in: position) { solution.optimalMoves[$0] }
    }
  }
}

extension Board {
  /// The moves of a position that answer those of its class.
  fileprivate func moves(
    in position: Position, _ ofClass: (Int) -> Bitboard
  ) -> Bitboard {
    guard let node = classes.node(of: position) else {
      preconditionFailure("\(position.text) cannot be reached by play")
    }
    let symmetry = group.canonical(position).symmetry
    return group.image(
      of: ofClass(node), under: group.inverse(of: symmetry)
    )
  }
}
