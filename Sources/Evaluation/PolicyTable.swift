public import Players
public import TicTacToe

/// Everything a policy would do: its probabilities and its greedy move in every
/// decision position of a game.
public struct PolicyTable: Sendable {
  /// The positions.
  public let space: StateSpace

  /// The probability of each move, by number of the position; empty where the
  /// game is over.
  public let probabilities: [[Float]]

  /// The logit of each move by number of the position, where the policy has
  /// any.
  public let logits: [[Float]]?

  /// Tabulates a policy.
  ///
  /// - Complexity: one batched evaluation of all decision positions.
  public init(of policy: any Policy, in space: StateSpace = .ticTacToe) {
    let positions = space.decisions.map { space.positions[$0] }
    func scattered(_ rows: [[Float]]) -> [[Float]] {
      var result = [[Float]](repeating: [], count: space.positions.count)
      for (number, row) in zip(space.decisions, rows) { result[number] = row }
      return result
    }
    self.space = space
    probabilities = scattered(policy.probabilities(in: positions))
    logits = policy.logits(in: positions).map(scattered)
  }

  private init(space: StateSpace, probabilities: [[Float]]) {
    self.space = space
    self.probabilities = probabilities
    logits = nil
  }

  /// The likeliest move of a position that is not over; of several, the lowest
  /// square.
  public func greedyMove(_ number: Int) -> Square {
    let ranks = logits?[number] ?? probabilities[number]
    guard let best = space.positions[number].greedyMove(by: ranks) else {
      preconditionFailure(
        "a move in \(space.positions[number].text), which is over"
      )
    }
    return best
  }

  /// The policy that always takes the likeliest move.
  public var greedy: PolicyTable {
    var choices = [[Float]](repeating: [], count: probabilities.count)
    for number in space.decisions {
      choices[number] = [Float](repeating: 0, count: space.rules.squareCount)
      choices[number][greedyMove(number).index] = 1
    }
    return PolicyTable(space: space, probabilities: choices)
  }
}
