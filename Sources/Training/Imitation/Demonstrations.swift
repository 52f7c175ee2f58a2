public import Evaluation
public import Players
public import TicTacToe

/// The moves that an expert made, counted by position.
public struct Demonstrations: Sendable, Equatable {
  /// A move of a position and how often it was made.
  public struct Entry: Sendable, Equatable {
    public let position: Position
    public let move: Square
    public let count: Int
  }

  /// The moves, positions in the order of their numbers, then squares.
  public var entries: [Entry] {
    let graph = board.states
    return graph.decisions.flatMap { number in
      graph.edges(of: number).filter { counts[$0] > 0 }.map { edge in
        Entry(
          position: graph.positions[number], move: graph.move(along: edge),
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

  /// The exact solution: every position equally often, every optimal move
  /// alike.
  static func solution(of board: Board) -> Demonstrations {
    var result = Demonstrations(on: board)
    let (graph, isOptimal) = (board.states, board.solution.isOptimal)
    // The least number that every number of moves divides.
    var each = 1
    for count in 1...board.rules.squareCount {
      each *= (1...count).first { each * $0 % count == 0 } ?? 1
    }
    for number in graph.decisions {
      let edges = graph.edges(of: number).filter { isOptimal[$0] }
      for edge in edges { result.add(edge: edge, count: each / edges.count) }
    }
    return result
  }

  /// Counts every decision of a policy a million times, divided among its moves
  /// by their probabilities.
  ///
  /// Cloning them with soft targets is distillation, Hinton, Vinyals & Dean
  /// (2015), at temperature 1.
  public init(teacher: any Policy, on board: Board) {
    let table = PolicyTable(of: teacher, in: board.states)
    self.init(on: board)
    for edge in table.probabilities.indices {
      let count = Int((1_000_000 * table.probabilities[edge]).rounded())
      if count > 0 { add(edge: edge, count: count) }
    }
  }

  /// Records a policy that plays both sides of a number of games. Each begins
  /// after 0…`openingPlies` random moves, which are left out.
  ///
  /// Game i draws from its own stream of the seed, so that more games contain
  /// all that fewer do.
  ///
  /// - Complexity: O(games · squares²).
  public init(
    of table: PolicyTable, on board: Board, games: Int, openingPlies: Int = 0,
    seed: UInt64
  ) {
    self.init(on: board)
    let graph = board.states
    precondition(
      table.probabilities.count == graph.successors.count,
      "\(table.probabilities.count) moves of a policy for a board of "
        + "\(graph.successors.count)"
    )
    for game in 0..<games {
      var rng = SeededGenerator(
        seed: seed, stream: RandomStream.games + UInt64(game)
      )
      var number = graph.opening(plies: openingPlies, using: &rng)
      while graph.outcomes[number] == nil {
        let shares = table.probabilities[graph.edges(of: number)]
        guard let edge = shares.sampleIndex(using: &rng) else {
          preconditionFailure("no move in \(graph.positions[number].text)")
        }
        add(edge: edge)
        number = Int(graph.successors[edge])
      }
    }
  }

  /// Adds a move that was made a number of times.
  ///
  /// - Precondition: the move is legal, play from the empty board can reach the
  ///   position, and `count` is positive.
  /// - Complexity: O(legal moves).
  public mutating func add(
    _ move: Square, in position: Position, count: Int = 1
  ) {
    let graph = board.states
    let edge = graph.node(of: position).flatMap { number in
      graph.edges(of: number).first { graph.move(along: $0) == move }
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

  /// Adds the moves of one side, or of both, in a game; the opening, which no
  /// side chose, is left out.
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
