public import TicTacToe

/// The moves that an expert was seen to make, counted by position.
public struct Demonstrations: Sendable, Equatable {
  /// A move of a position and how often it was made.
  public struct Entry: Sendable, Equatable {
    /// The position.
    public let position: Position

    /// The move.
    public let move: Square

    /// How often, at least once.
    public var count: Int
  }

  /// The moves seen, positions in the order of their numbers, then squares.
  public var entries: [Entry] {
    let space = StateSpace.ticTacToe
    return space.decisions.flatMap { number in
      space.edges(of: number).filter { counts[$0] > 0 }.map { edge in
        Entry(
          position: space.positions[number],
          move: space.move(along: edge),
          count: counts[edge]
        )
      }
    }
  }

  /// How many moves were seen.
  public private(set) var moves = 0

  /// How often each move was made, of shape [edges].
  package private(set) var counts: [Int]

  /// Has seen nothing.
  public init() {
    counts = [Int](repeating: 0, count: StateSpace.ticTacToe.successors.count)
  }

  /// Sees a move made a number of times.
  ///
  /// - Precondition: the move is legal, and play from the empty board can reach
  ///   the position.
  /// - Complexity: O(legal moves).
  public mutating func see(
    _ move: Square,
    in position: Position,
    count: Int = 1
  ) {
    let space = StateSpace.ticTacToe
    let edge = space.number(of: position).flatMap { number in
      space.edges(of: number).first { space.move(along: $0) == move }
    }
    guard let edge, count > 0 else {
      preconditionFailure(
        "\(count) times the move to square \(move.index) in \(position.text)"
      )
    }
    see(edge: edge, count: count)
  }

  /// Sees the move of an edge.
  mutating func see(edge: Int, count: Int = 1) {
    counts[edge] += count
    moves += count
  }

  /// The same moves, each in the canonical image of its position.
  ///
  /// - Complexity: O(moves of all positions).
  package var upToSymmetry: Demonstrations {
    let group = SymmetryGroup.ticTacToe
    var result = Demonstrations()
    for entry in entries {
      let (position, symmetry) = group.canonical(entry.position)
      let move = group.image(of: entry.move, under: symmetry)
      result.see(move, in: position, count: entry.count)
    }
    return result
  }

  /// Sees the moves of one side, or of both, in a game; those of the opening
  /// were set and are nobody's.
  public mutating func watch(
    _ moves: [Square],
    after opening: [Square] = [],
    of side: Mark? = nil
  ) {
    var position = opening.reduce(Position()) { $0.playing($1) }
    for move in moves {
      if side == nil || position.sideToMove == side { see(move, in: position) }
      position = position.playing(move)
    }
  }
}
