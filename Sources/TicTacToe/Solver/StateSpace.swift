/// Every position that play from the empty board can reach, numbered so that a
/// move always leads to a higher number: a backward sweep solves the game.
///
/// Not for boards beyond 4×3: 4×4 has 9,722,011 positions, which would take
/// gigabytes here.
public struct StateSpace: Sendable {
  /// The board.
  public let rules: Rules

  /// The positions by number: by ply, then ascending by (mover, opponent).
  public let positions: [Position]

  /// The outcome of each position, nil where the game goes on.
  public let outcomes: [Outcome?]

  /// The numbers of the positions where a move is to be chosen.
  public let decisions: [Int]

  /// Numbers after each move, of shape [positions, squares]; −1 where illegal.
  private let successors: [Int32]

  private let numbers: [Position: Int]

  /// The 5,478 positions of 3×3.
  public static let ticTacToe = StateSpace(.ticTacToe)

  /// Enumerates the positions of a board.
  ///
  /// - Complexity: O(positions · squares) time and memory.
  public init(_ rules: Rules) {
    self.rules = rules
    var positions: [Position] = []
    var numbers: [Position: Int] = [:]
    var ply = [Position(rules: rules)]
    while !ply.isEmpty {
      var next: Set<Position> = []
      for position in ply {
        numbers[position] = positions.count
        positions.append(position)
        for move in position.legalMoves { next.insert(position.playing(move)) }
      }
      ply = next.sorted { $0.precedes($1) }
    }
    var successors = [Int32](
      repeating: -1,
      count: positions.count * rules.squareCount
    )
    for (number, position) in positions.enumerated() {
      for move in position.legalMoves {
        successors[number * rules.squareCount + move.index] =
          Int32(numbers[position.playing(move)] ?? -1)
      }
    }
    self.positions = positions
    self.numbers = numbers
    self.successors = successors
    outcomes = positions.map(\.outcome)
    decisions = positions.indices.filter { positions[$0].outcome == nil }
  }

  /// The positions where a move is to be chosen.
  public var decisionPositions: [Position] { decisions.map { positions[$0] } }

  /// The number of a position, or nil if play cannot reach it.
  public func number(of position: Position) -> Int? {
    numbers[position]
  }

  /// The number of the position after a move, or nil if it is illegal.
  public func successor(of number: Int, after move: Square) -> Int? {
    guard (0..<rules.squareCount).contains(move.index) else { return nil }
    let next = successors[number * rules.squareCount + move.index]
    return next < 0 ? nil : Int(next)
  }
}
