public import TicTacToe

/// The moves of a policy that lower a position's exact value: bad moves.
public struct Blunders: Sendable, Equatable {
  /// In how many decision positions the greedy move is bad.
  public let count: Int

  public let positions: Int

  /// The probability of bad moves, the mean over the decision positions.
  public let mass: Double

  /// The gap between the greatest logit of an optimal and that of a bad move,
  /// the smallest of all positions with a bad move; negative if a position is
  /// misplayed, nil for a policy without logits.
  public let margin: Float?

  init(count: Int, positions: Int, mass: Double, margin: Float?) {
    self.count = count
    self.positions = positions
    self.mass = mass
    self.margin = margin
  }

  /// Compares a policy with the solution.
  ///
  /// - Complexity: O(nodes · squares).
  public init(of table: PolicyTable, on board: Board) {
    let graph = table.graph
    let solution = board.solution(of: graph)
    let (isOptimal, probabilities) = (solution.isOptimal, table.probabilities)
    var count = 0
    var positions = 0
    var mass = 0.0
    for node in graph.decisions {
      let multiplicity = graph.multiplicities[node]
      positions += multiplicity
      if !isOptimal[table.greedyEdge(node)] { count += multiplicity }
      for edge in graph.edges(of: node) where !isOptimal[edge] {
        mass += Double(multiplicity) * Double(probabilities[edge])
      }
    }
    self.count = count
    self.positions = positions
    self.mass = mass / Double(positions)
    margin = table.logits.flatMap { Blunders.margin(of: $0, solution) }
  }

  /// In how many decision positions the greedy move of a policy is bad and that
  /// of an older one was not.
  ///
  /// - Complexity: O(nodes).
  public static func count(
    of table: PolicyTable, notOf old: PolicyTable, on board: Board
  ) -> Int {
    // A tie may have put one of them in all positions, the other in classes.
    let isNewFiner = table.graph.nodeCount >= old.graph.nodeCount
    let graph = isNewFiner ? table.graph : old.graph
    let (now, before) = (
      table.isBlunder(on: board, in: graph), old.isBlunder(on: board, in: graph)
    )
    return graph.decisions.reduce(0) { count, node in
      now[node] && !before[node] ? count + graph.multiplicities[node] : count
    }
  }

  private static func margin(
    of logits: [Float], _ solution: Solution
  ) -> Float? {
    let isOptimal = solution.isOptimal
    var margin: Float?
    for node in solution.graph.decisions {
      // Without branches, which would be mispredicted.
      var (good, bad) = (-Float.infinity, -Float.infinity)
      for edge in solution.graph.edges(of: node) {
        let logit = logits[edge]
        good = max(good, isOptimal[edge] ? logit : -.infinity)
        bad = max(bad, isOptimal[edge] ? -.infinity : logit)
      }
      if bad.isFinite { margin = min(margin ?? .infinity, good - bad) }
    }
    return margin
  }
}

extension PolicyTable {
  /// Whether the greedy move is bad, of shape [nodes of a graph that is at
  /// least as fine as its own]; false where the game is over.
  fileprivate func isBlunder(
    on board: Board, in graph: StateGraph
  ) -> [Bool] {
    let isOptimal = board.solution(of: self.graph).isOptimal
    let isOwn = self.graph.nodeCount == graph.nodeCount
    var answers = [Bool](repeating: false, count: graph.nodeCount)
    for node in graph.decisions {
      guard
        let own = isOwn ? node : self.graph.node(of: graph.positions[node])
      else { continue }
      answers[node] = !isOptimal[greedyEdge(own)]
    }
    return answers
  }
}
