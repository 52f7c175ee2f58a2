import TicTacToe

/// The exact values of positions and moves, as far as they are known: all of
/// them on a board of up to 16 squares, else those that a search finds.
struct Oracle {
  let board: Board

  /// The result of a move, if both sides play their best from there on.
  struct Prospect {
    /// The value for the side that moves: 1, 0 or −1; nil if no search finds
    /// it.
    let value: Int?

    /// The moves of both sides until the game is over, this one included; nil
    /// if that is not known.
    let distance: Int?

    var verb: String {
      value.map { ["loses", "draws", "wins"][$0 + 1] } ?? "undecided"
    }

    /// `exactly, it wins`, …
    var clause: String {
      value == nil ? "no search decides it" : "exactly, it \(verb)"
    }

    /// `1 move`, `2 moves`, …; empty if that is not known.
    var length: String {
      distance.map { $0 == 1 ? "1 move" : "\($0) moves" } ?? ""
    }
  }

  /// The result of a legal move.
  func prospect(of move: Square, in position: Position) -> Prospect {
    guard position.legal.contains(move, in: board.rules) else {
      preconditionFailure("square \(move.index) in \(position.text)")
    }
    let next = position.playing(move)
    if board.scope == .search {
      return Prospect(value: board.value(of: next).map { -$0 }, distance: nil)
    }
    let prospect = board.prospect(of: next)?.afterMove
    return Prospect(value: prospect?.value, distance: prospect?.distance)
  }

  /// The value of a position for the side to move; nil if no search finds it.
  func value(of position: Position) -> Int? { board.value(of: position) }

  /// Whether a legal move lowers the value of a position; false if that is not
  /// known.
  func isMistake(_ move: Square, in position: Position) -> Bool {
    guard let best = value(of: position),
      let value = prospect(of: move, in: position).value
    else { return false }
    return value < best
  }

  /// The moves that keep the value of a position and, on a board of up to 16
  /// squares, win soonest or lose latest, as the policy `perfect` plays.
  func bestMoves(in position: Position) -> [Square] {
    Array(board.soundestMoves(in: position).squares(in: board.rules))
  }
}
