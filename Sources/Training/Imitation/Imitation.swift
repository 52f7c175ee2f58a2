package import Checkpoints
internal import NeuralNetwork
public import Players
public import TicTacToe

/// Behavior cloning: a network learns to answer each position as an expert
/// does, by backpropagation. The expert is the exact solution, or the players
/// of recorded games. Pomerleau (1989).
///
/// The state is a function of the recipe, the seed, the demonstrations and the
/// policy it started from.
public struct Imitation: Learner {
  /// A position as the network sees it, with its label: the target
  /// probabilities, or 1 for each move of a set.
  typealias LabeledExample = AdversarialLearning.Example

  public let recipe: Recipe
  private let examples: [LabeledExample]
  private let weights: CumulativeWeights
  private var supervised: SupervisedLearner

  /// Starts from random weights, or from a policy, whose encoding and head then
  /// replace the recipe's.
  ///
  /// Without demonstrations the expert is the exact solution, all optimal moves
  /// alike.
  ///
  /// - Precondition: the classes shown hold a position that was demonstrated.
  public init(
    recipe: Recipe, seed: UInt64, on board: Board,
    watched: Demonstrations? = nil, start: NetworkPolicy? = nil
  ) {
    var recipe = recipe
    if let start { recipe.supervised.adopt(start) }
    self.recipe = recipe
    let supervised = SupervisedLearner(
      recipe.supervised, seed: seed, on: board, start: start
    )
    self.supervised = supervised
    examples = Imitation.examples(
      of: watched, recipe: recipe, encoding: supervised.encoding, seed: seed,
      on: board
    )
    precondition(!examples.isEmpty, "cloning what was never seen")
    weights = CumulativeWeights(examples.map(\.weight))
  }

  public var steps: Int { supervised.steps }

  /// Positions that are shown, as the network sees them.
  public var positions: Int { examples.count }

  package var done: Int { steps }

  public var policy: NetworkPolicy { supervised.policy }

  package var checkpoint: JSONObject { supervised.checkpoint }

  package mutating func restore(_ checkpoint: JSONObject) throws(JSONError) {
    try supervised.restore(checkpoint)
  }

  /// Makes one step against the mean loss of some positions.
  public mutating func update() throws(Divergence) {
    var rng = supervised.generator
    let rows = recipe.supervised.rows(of: examples) {
      weights.sampleIndex(using: &rng)
    }
    let areAll = rows.count == examples.count
    let sum = Float(weights.sum)
    let (batch, policies) = supervised.evaluate(rows.map(\.board))
    var outputGradients: [Float] = []
    for (row, example) in rows.enumerated() {
      // Drawn by their weights, rows count alike.
      let share =
        areAll ? Float(example.weight) / sum : 1 / Float(rows.count)
      let gradient = loss(
        of: policies[row], outputs: batch.outputs(ofRow: row), for: example
      ).gradient
      outputGradients += gradient.map { share * $0 }
    }
    try supervised.step(against: outputGradients, through: batch)
  }

  private func loss(
    of policy: Categorical, outputs: [Float], for example: LabeledExample
  ) -> Loss {
    let target = example.target
    if recipe.cost == .quadratic {
      return .quadratic(
        ofLogits: outputs, target: target, over: example.board.legalMask
      )
    }
    if recipe.target == .set {
      let moves = target.indices.filter { target[$0] > 0 }
      return .crossEntropy(
        of: policy, toSet: moves.reduce(0) { $0 | 1 << UInt64($1) }
      )
    }
    return .crossEntropy(of: policy, target: target)
  }

  /// The examples that a recipe makes of demonstrations, each view once, in the
  /// order of the positions' numbers. They weigh as much as they were seen; all
  /// alike if the expert is the solution, so that small symmetry classes are
  /// sampled as often as large ones.
  ///
  /// - Complexity: O(moves of all positions).
  static func examples(
    of watched: Demonstrations?, recipe: Recipe, encoding: Encoding,
    seed: UInt64, on board: Board
  ) -> [LabeledExample] {
    let demonstrations = watched ?? .solution(of: board)
    let (graph, group) = (board.states, board.group)
    let shown = TrainTestSplit.shown(
      fraction: recipe.fraction, of: board.decisionClasses, seed: seed
    )
    var rows: [Position: Int] = [:]
    var seen: [(view: Position, counts: [Int])] = []
    for number in graph.decisions {
      let position = graph.positions[number]
      let edges = graph.edges(of: number)
      guard edges.contains(where: { demonstrations.counts[$0] > 0 }),
        shown.contains(group.canonical(position).position)
      else { continue }
      let (view, symmetry) = encoding.view(of: position)
      let (row, isNew) = rows.row(of: view)
      if isNew {
        seen.append((view, [Int](repeating: 0, count: graph.rules.squareCount)))
      }
      for edge in edges {
        let move = group.image(of: graph.move(along: edge), under: symmetry)
        seen[row].counts[move.index] += demonstrations.counts[edge]
      }
    }
    var rng = SeededGenerator(seed: seed, stream: RandomStream.labels)
    return seen.map { view, counts in
      LabeledExample(
        view, target: recipe.target.vector(counts, view, using: &rng),
        weight: watched == nil ? 1 : counts.reduce(0, +)
      )
    }
  }
}

extension Imitation.Target {
  /// The target of each move, given the counts of the expert's moves, both of
  /// shape [squares]. Always draws one number, so that all targets leave the
  /// generator alike.
  fileprivate func vector(
    _ counts: [Int], _ view: Position,
    using rng: inout some RandomNumberGenerator
  ) -> OutcomeVector {
    let sum = counts.reduce(0, +)
    var remaining = rng.next(below: sum)
    let drawn = counts.firstIndex { count in
      remaining -= count
      return remaining < 0
    }
    let legal = view.legalMask
    return OutcomeVector(count: counts.count) { move in
      switch self {
      case .soft: return Float(counts[move]) / Float(sum)
      case .set: return counts[move] > 0 ? 1 : 0
      case .one: return move == drawn ? 1 : 0
      case .smoothed:
        let smoothing = Imitation.Target.smoothing
        let isLegal = legal >> UInt64(move) & 1 == 1
        let spread = isLegal ? smoothing / Float(legal.nonzeroBitCount) : 0
        return spread + (move == drawn ? 1 - smoothing : 0)
      }
    }
  }
}
