/// Every position that play from the empty board can reach, up to a group of
/// symmetries, numbered so that a move always leads to a higher number: a
/// backward sweep solves the game.
///
/// Nodes are ordered by ply, then by the bits of their position. Their moves
/// are the edges, numbered by node, then by square: figures of moves are arrays
/// of shape [edges]. Under the identity every position is a node.
///
/// Not for boards beyond 4×3: under the identity 4×4 takes 1 GB.
public struct StateGraph: GameGraph {
  public let rules: Rules

  /// The symmetries that take the positions of a node into each other.
  public let group: SymmetryGroup

  public let plies: [Range<Int>]

  /// The nodes where a move is to be chosen, ascending.
  public let decisions: [Int]

  /// How the game ended at each node, of shape [nodes]; nil while it goes on.
  public let outcomes: [Outcome?]

  /// How many positions each node stands for, of shape [nodes].
  public let multiplicities: [Int]

  /// The node that each edge leads to, of shape [edges].
  public let successors: [Int32]

  /// The symmetry, by number, that takes the position after an edge's move to
  /// the position of the successor, of shape [edges].
  public let symmetries: [UInt8]

  /// The node of each position's canonical image under all symmetries of the
  /// board, of shape [nodes].
  public let canonicalNodes: [Int32]

  /// The lowest number of a symmetry of the board that leads there, of shape
  /// [nodes].
  public let canonicalSymmetries: [UInt8]

  /// The square that each edge's move takes.
  @usableFromInline let squares: [UInt8]

  /// Edge offsets, of shape [nodes + 1].
  @usableFromInline let firstEdges: [Int32]

  private let index: PositionIndex

  /// Enumerates the positions of a board.
  ///
  /// - Parameter group: The symmetries to merge positions by; by the identity
  ///   alone each is a node.
  /// - Complexity: O(nodes · squares) time and memory.
  public init(_ rules: Rules, under group: SymmetryGroup) {
    precondition(
      group.rules == rules,
      "positions of \(rules) under the symmetries of \(group.rules)"
    )
    var positions: [Position] = []
    var plies: [Range<Int>] = []
    var ply = [Position(rules: rules)]
    while !ply.isEmpty {
      plies.append(positions.count..<positions.count + ply.count)
      positions += ply
      var next = PositionIndex()
      for position in ply {
        for move in position.legalMoves {
          next.insert(group.canonical(position.playing(move)).position)
        }
      }
      ply = next.positions.sorted { $0.isOrderedBefore($1) }
    }
    let index = PositionIndex(positions)
    var successors: [Int32] = []
    var symmetries: [UInt8] = []
    var squares: [UInt8] = []
    var firstEdges: [Int32] = [0]
    for position in positions {
      for move in position.legalMoves {
        let next = group.canonical(position.playing(move))
        guard let node = index.place(of: next.position) else {
          preconditionFailure("a move from \(position.text) leads nowhere")
        }
        successors.append(Int32(node))
        symmetries.append(UInt8(next.symmetry))
        squares.append(UInt8(move.index))
      }
      firstEdges.append(Int32(successors.count))
    }
    self.rules = rules
    self.group = group
    self.plies = plies
    self.index = index
    self.successors = successors
    self.symmetries = symmetries
    self.squares = squares
    self.firstEdges = firstEdges
    let all = group.symmetries.count > 1 ? group : SymmetryGroup(rules)
    let images = positions.map(all.canonical)
    canonicalNodes = images.map { image in
      guard let node = index.place(of: image.position) else {
        preconditionFailure("no node of \(image.position.text)")
      }
      return Int32(node)
    }
    canonicalSymmetries = images.map { UInt8($0.symmetry) }
    outcomes = positions.map(\.outcome)
    multiplicities = positions.map(group.imageCount)
    decisions = positions.indices.filter { firstEdges[$0] < firstEdges[$0 + 1] }
  }

  /// The position of each node, of shape [nodes]: of a class, the canonical
  /// one.
  public var positions: [Position] { index.positions }

  public var decisionPositions: [Position] { decisions.map { positions[$0] } }

  /// The node of a position, or nil if play cannot reach it.
  ///
  /// - Complexity: O(symmetries).
  public func node(of position: Position) -> Int? {
    guard position.rules == rules else { return nil }
    return index.place(of: group.canonical(position).position)
  }

  @inlinable
  public var nodeCount: Int { outcomes.count }

  @inlinable
  public func outcome(of node: Int) -> Outcome? { outcomes[node] }

  @inlinable
  public func edges(of node: Int) -> Range<Int> {
    Int(firstEdges[node])..<Int(firstEdges[node + 1])
  }

  @inlinable
  public func move(along edge: Int) -> Square {
    Square(Int(squares[edge]))
  }

  @inlinable
  public func successor(along edge: Int) -> Int { Int(successors[edge]) }

  /// The node after a move of a node's position, or nil if it is illegal.
  ///
  /// - Complexity: O(legal moves).
  public func successor(of node: Int, after move: Square) -> Int? {
    edges(of: node).first { self.move(along: $0) == move }
      .map(successor(along:))
  }
}
