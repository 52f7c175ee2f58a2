/// Every position that play from the empty board can reach, numbered so that a
/// move always leads to a higher number: a backward sweep solves the game.
///
/// The moves of all positions are the edges of a graph, numbered by position,
/// then by square: whatever is known of each move is an array of shape [edges].
///
/// Not for boards beyond 4×3: 4×4 has 9,722,011 positions, which take 938 MB
/// and 18 seconds.
public struct StateSpace: Sendable {
  /// The board.
  public let rules: Rules

  /// The outcome of each position, nil if the game goes on.
  public let outcomes: [Outcome?]

  /// The numbers of the positions where a move is to be chosen.
  public let decisions: [Int]

  /// The numbers of the positions after 0, 1, 2, … moves.
  public let plies: [Range<Int>]

  /// The number of the position that each edge leads to.
  public let successors: [Int32]

  /// The square that each edge's move takes.
  @usableFromInline let squares: [UInt8]

  /// Edge offsets, of shape [positions + 1].
  @usableFromInline let firstEdges: [Int32]

  private let index: PositionIndex

  /// The 5,478 positions and 16,167 moves of 3×3.
  public static let ticTacToe = StateSpace(.ticTacToe)

  /// Enumerates the positions of a board.
  ///
  /// - Complexity: O(positions · squares) time and memory.
  public init(_ rules: Rules) {
    self.rules = rules
    var positions: [Position] = []
    var plies: [Range<Int>] = []
    var ply = [Position(rules: rules)]
    while !ply.isEmpty {
      plies.append(positions.count..<positions.count + ply.count)
      positions += ply
      var next = PositionIndex()
      for position in ply {
        for move in position.legalMoves { next.insert(position.playing(move)) }
      }
      ply = next.positions.sorted { $0.precedes($1) }
    }
    let index = PositionIndex(positions)
    var successors: [Int32] = []
    var squares: [UInt8] = []
    var firstEdges: [Int32] = [0]
    for position in positions {
      for move in position.legalMoves {
        guard let next = index.place(of: position.playing(move)) else {
          preconditionFailure("a move from \(position.text) leads nowhere")
        }
        successors.append(Int32(next))
        squares.append(UInt8(move.index))
      }
      firstEdges.append(Int32(successors.count))
    }
    self.plies = plies
    self.index = index
    self.successors = successors
    self.squares = squares
    self.firstEdges = firstEdges
    outcomes = positions.map(\.outcome)
    decisions = positions.indices.filter { firstEdges[$0] < firstEdges[$0 + 1] }
  }

  /// The positions by number: by ply, then ascending by (mover, opponent).
  public var positions: [Position] { index.positions }

  /// The positions where a move is to be chosen.
  public var decisionPositions: [Position] { decisions.map { positions[$0] } }

  /// The number of a position, or nil if play cannot reach it.
  public func number(of position: Position) -> Int? {
    index.place(of: position)
  }

  /// The edges of the position of a number: its legal moves, ascending.
  @inlinable
  public func edges(of number: Int) -> Range<Int> {
    Int(firstEdges[number])..<Int(firstEdges[number + 1])
  }

  /// The move that an edge stands for.
  @inlinable
  public func move(along edge: Int) -> Square {
    Square(Int(squares[edge]))
  }

  /// The number of the position after a move, or nil if it is illegal.
  ///
  /// - Complexity: O(legal moves).
  public func successor(of number: Int, after move: Square) -> Int? {
    edges(of: number).first { self.move(along: $0) == move }
      .map { Int(successors[$0]) }
  }
}
