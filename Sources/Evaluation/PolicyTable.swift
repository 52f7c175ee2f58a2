public import Players
public import TicTacToe

/// The probabilities and the greedy move of a policy in every decision position
/// of a game.
public struct PolicyTable: Sendable {
  /// The positions.
  public let space: StateSpace

  /// The probability of each move, of shape [edges].
  public let probabilities: [Float]

  /// The logit of each move, of shape [edges]; nil for a policy without logits.
  public let logits: [Float]?

  /// The edge of each position's greedy move, of shape [positions]; −1 if the
  /// game is over.
  private let greedyEdges: [Int32]

  /// Tabulates a policy.
  ///
  /// - Complexity: one batched evaluation of all decision positions.
  public init(of policy: any Policy, in space: StateSpace = .ticTacToe) {
    let (probabilities, logits) = policy.tabulated(in: space)
    self.init(probabilities, logits: logits, in: space)
  }

  init(_ probabilities: [Float], logits: [Float]?, in space: StateSpace) {
    self.space = space
    self.probabilities = probabilities
    self.logits = logits
    let ranks = logits ?? probabilities
    var greedyEdges = [Int32](repeating: -1, count: space.positions.count)
    for number in space.decisions {
      let edges = space.edges(of: number)
      // As in games, ties go to the lowest square.
      var best = edges.lowerBound
      for edge in edges where ranks[edge] > ranks[best] { best = edge }
      greedyEdges[number] = Int32(best)
    }
    self.greedyEdges = greedyEdges
  }

  private init(choosing greedyEdges: [Int32], in space: StateSpace) {
    self.space = space
    self.greedyEdges = greedyEdges
    var choices = [Float](repeating: 0, count: space.successors.count)
    for edge in greedyEdges where edge >= 0 { choices[Int(edge)] = 1 }
    probabilities = choices
    logits = nil
  }

  /// Whether one move is certain in every position.
  public var isDeterministic: Bool {
    probabilities.allSatisfy { $0 == 0 || $0 == 1 }
  }

  /// The edge of the likeliest move of a position that is not over; ties go to
  /// the lowest square.
  public func greedyEdge(_ number: Int) -> Int {
    let edge = greedyEdges[number]
    precondition(
      edge >= 0,
      "a move in \(space.positions[number].text), which is over"
    )
    return Int(edge)
  }

  /// The likeliest move of a position that is not over; ties go to the lowest
  /// square.
  public func greedyMove(_ number: Int) -> Square {
    space.move(along: greedyEdge(number))
  }

  /// The policy that always takes the likeliest move.
  public var greedy: PolicyTable {
    PolicyTable(choosing: greedyEdges, in: space)
  }
}
