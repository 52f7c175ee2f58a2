import TicTacToe

/// The exact values of positions and moves, from the solution of a board.
struct Oracle {
  let board: Board

  /// The result of a move, if both sides play their best from there on.
  struct Prospect {
    /// The value for the side that moves: 1, 0 or −1.
    let value: Int

    /// The moves of both sides until the game is over, this one included.
    let distance: Int
    var verb: String { ["loses", "draws", "wins"][value + 1] }

    /// `1 move`, `2 moves`, ….
    var length: String { distance == 1 ? "1 move" : "\(distance) moves" }
  }

  /// The result of a legal move.
  func prospect(of move: Square, in position: Position) -> Prospect {
    let solution = board.solution
    guard
      let next = board.states.successor(of: node(of: position), after: move)
    else {
      preconditionFailure("square \(move.index) in \(position.text)")
    }
    return Prospect(
      value: -solution.values[next], distance: 1 + solution.distances[next]
    )
  }

  /// The value of a position for the side to move.
  func value(of position: Position) -> Int {
    board.solution.values[node(of: position)]
  }

  /// Whether a legal move lowers the value of a position.
  func isMistake(_ move: Square, in position: Position) -> Bool {
    prospect(of: move, in: position).value < value(of: position)
  }

  /// The moves that keep the value of a position and win soonest or lose
  /// latest, as the policy `perfect` plays.
  func bestMoves(in position: Position) -> [Square] {
    Array(
      board.solution.soundestMoves(of: node(of: position))
        .squares(in: board.rules)
    )
  }

  private func node(of position: Position) -> Int {
    guard let node = board.states.node(of: position) else {
      preconditionFailure("\(position.text) cannot be reached by play")
    }
    return node
  }
}
