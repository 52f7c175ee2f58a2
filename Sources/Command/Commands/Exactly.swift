import TicTacToe

/// What is exactly true of a position, by the solution.
enum Exactly {
  /// What a move leads to, if both sides play their best from there on.
  struct Prospect {
    /// What it is worth to the side that makes it: 1, 0 or −1.
    let value: Int

    /// The moves of both sides until the game is over, this one included.
    let distance: Int

    /// `wins`, `draws` or `loses`.
    var verb: String { ["loses", "draws", "wins"][value + 1] }
  }

  /// What a legal move leads to.
  static func prospect(of move: Square, in position: Position) -> Prospect {
    let solution = Solution.ticTacToe
    guard let number = solution.space.number(of: position),
      let next = solution.space.successor(of: number, after: move)
    else {
      preconditionFailure("square \(move.index) in \(position.text)")
    }
    return Prospect(
      value: -solution.values[next],
      distance: 1 + Distances.ticTacToe.values[next]
    )
  }

  /// What the position is worth to the side to move.
  static func value(of position: Position) -> Int {
    position.legalMoves.map { prospect(of: $0, in: position).value }.max()
      ?? position.outcome?.value(for: position.sideToMove) ?? 0
  }

  /// The moves that keep the value of a position.
  static func bestMoves(in position: Position) -> [Square] {
    let value = value(of: position)
    return position.legalMoves.filter {
      prospect(of: $0, in: position).value == value
    }
  }

  /// Those of them that win soonest or lose latest.
  static func soundestMoves(in position: Position) -> [Square] {
    let moves = bestMoves(in: position)
      .map { (move: $0, distance: prospect(of: $0, in: position).distance) }
    let distances = moves.map(\.distance)
    let wanted = value(of: position) < 0 ? distances.max() : distances.min()
    return moves.filter { $0.distance == wanted }.map(\.move)
  }
}
