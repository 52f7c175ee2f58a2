public import TicTacToe

/// The moves that an expert made, counted by position.
public struct Demonstrations: Sendable, Equatable {
  /// A move of a position and how often it was made.
  public struct Entry: Sendable, Equatable {
    public let position: Position
    public let move: Square
    public var count: Int
  }

  /// The moves, positions in the order of their numbers, then squares.
  public var entries: [Entry] {
    let space = board.states
    return space.decisions.flatMap { number in
      space.edges(of: number).filter { counts[$0] > 0 }.map { edge in
        Entry(
          position: space.positions[number], move: space.move(along: edge),
          count: counts[edge]
        )
      }
    }
  }

  public private(set) var moves = 0

  /// How often each move was made, of shape [edges].
  package private(set) var counts: [Int]

  private let board: Board

  public init(on board: Board) {
    self.board = board
    counts = [Int](repeating: 0, count: board.states.successors.count)
  }

  /// Adds a move that was made a number of times.
  ///
  /// - Precondition: The move is legal, play from the empty board can reach the
  ///   position, and `count` is positive.
  /// - Complexity: O(legal moves).
  public mutating func add(
    _ move: Square, in position: Position, count: Int = 1
  ) {
    let space = board.states
    let edge = space.number(of: position).flatMap { number in
      space.edges(of: number).first { space.move(along: $0) == move }
    }
    guard let edge, count > 0 else {
      preconditionFailure(
        "\(count) times the move to square \(move.index) in \(position.text)"
      )
    }
    add(edge: edge, count: count)
  }

  mutating func add(edge: Int, count: Int = 1) {
    counts[edge] += count
    moves += count
  }

  /// The same moves, each in the canonical image of its position.
  ///
  /// - Complexity: O(moves of all positions).
  package var upToSymmetry: Demonstrations {
    let group = board.group
    var result = Demonstrations(on: board)
    for entry in entries {
      let (position, symmetry) = group.canonical(entry.position)
      let move = group.image(of: entry.move, under: symmetry)
      result.add(move, in: position, count: entry.count)
    }
    return result
  }

  /// Adds the moves of one side, or of both, in a game. The moves of the opening
  /// were set and don't count.
  public mutating func record(
    _ moves: [Square], after opening: [Square] = [], of side: Mark? = nil
  ) {
    var position = opening.reduce(Position(rules: board.rules)) {
      $0.playing($1)
    }
    for move in moves {
      if side == nil || position.sideToMove == side { add(move, in: position) }
      position = position.playing(move)
    }
  }
}
