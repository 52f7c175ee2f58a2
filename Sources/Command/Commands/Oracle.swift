import Players
import TicTacToe

/// The exact value of a position and its moves, by the solution.
enum Oracle {
  /// The result of a move, if both sides play their best from there on.
  struct Prospect {
    /// The value for the side that moves: 1, 0 or −1.
    let value: Int

    /// The moves of both sides until the game is over, this one included.
    let distance: Int

    /// `wins`, `draws` or `loses`.
    var verb: String { ["loses", "draws", "wins"][value + 1] }

    /// `1 move`, `2 moves`, ….
    var length: String { distance == 1 ? "1 move" : "\(distance) moves" }
  }

  /// The result of a legal move.
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

  /// The value of a position for the side to move.
  static func value(of position: Position) -> Int {
    position.legalMoves.map { prospect(of: $0, in: position).value }.max()
      ?? position.outcome?.value(for: position.sideToMove) ?? 0
  }

  /// The moves that keep the value of a position and win soonest or lose
  /// latest, as the policy `perfect` plays.
  static func bestMoves(in position: Position) -> [Square] {
    let shares = UniformPolicy.perfect.probabilities(in: position)
    return position.legalMoves.filter { shares[$0.index] > 0 }
  }
}
