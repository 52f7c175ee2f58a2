public import TicTacToe

/// A policy that looks some plies ahead: it wins and avoids losses that it
/// sees, and draws among the moves that look alike.
public struct LookAheadPolicy: Policy {
  public let name: String

  /// How many moves it looks ahead, its own included.
  public let plies: Int

  public var isSymmetric: Bool { true }

  public func answersInSeconds(on rules: Rules) -> Int? {
    let nodes = (0..<plies).reduce(1) { nodes, _ in nodes * rules.squareCount }
    return min(max(50_000_000 / nodes, 10), 2_000)
  }

  public init(name: String, plies: Int) {
    precondition(plies > 0, "\(plies) plies to look ahead")
    self.name = name
    self.plies = plies
  }

  /// - Complexity: O(squares^plies).
  public func probabilities(in position: Position) -> [Float] {
    var result = position.noProbabilities
    if position.outcome != nil { return result }
    let values = position.legalMoves.map { move in
      (move: move, value: -value(of: position.playing(move), plies: plies - 1))
    }
    let best = values.map(\.value).max()
    let moves = values.filter { $0.value == best }
    for (move, _) in moves { result[move.index] = 1 / Float(moves.count) }
    return result
  }

  /// The value for the side to move, as far as it is seen: 0 beyond.
  private func value(of position: Position, plies: Int) -> Int {
    switch position.outcome {
    case .win: return -1
    case .draw: return 0
    case nil: break
    }
    if plies == 0 { return 0 }
    var best = -1
    for move in position.legalMoves where best < 1 {
      best = max(best, -value(of: position.playing(move), plies: plies - 1))
    }
    return best
  }
}
