package import Checkpoints
internal import NeuralNetwork
public import Players
public import TicTacToe

/// Learning from negative examples: a policy is told moves to avoid, never
/// moves to make.
///
/// The state is a function of the recipe, the seed, the examples and the policy
/// it started from.
public struct NegativeExamples: Learner {
  /// A row to learn from, and the policy there before the first step.
  private struct TrainingRow {
    let labels: PartialLabels
    let old: Categorical
  }

  public let recipe: Recipe
  public let statistics: LabelStatistics
  private var supervised: SupervisedLearner
  private let taught: [TrainingRow]
  private let anchors: [TrainingRow]

  /// Starts from random weights, or from a policy, whose encoding and head
  /// then replace the recipe's.
  ///
  /// A policy to start from keeps its old probabilities on the positions of
  /// `anchors` without an example; nil stands for all decisions.
  ///
  /// - Precondition: there is an example.
  public init(
    recipe: Recipe, seed: UInt64, on board: Board, examples: [NegativeExample],
    start: NetworkPolicy? = nil, anchors: [Position]? = nil
  ) {
    precondition(!examples.isEmpty, "learning from no examples")
    var recipe = recipe
    if let start { recipe.supervised.adopt(start) }
    self.recipe = recipe
    statistics = LabelStatistics(of: examples, on: board)
    let supervised = SupervisedLearner(
      recipe.supervised, seed: seed, on: board, start: start
    )
    self.supervised = supervised
    let encoding = supervised.encoding
    let labels = PartialLabels.all(
      of: examples, recipe: recipe, encoding: encoding, seed: seed
    )
    let held =
      start == nil || recipe.anchor == 0
      ? [] : anchors ?? board.states.decisionPositions
    var known = Set(labels.map(\.position))
    let others = held.compactMap { position -> PartialLabels? in
      let view = encoding.view(of: position).position
      return known.insert(view).inserted ? PartialLabels(position: view) : nil
    }
    let old = supervised.evaluate((labels + others).map(\.position)).policies
    let rows = zip(labels + others, old).map {
      TrainingRow(labels: $0, old: $1)
    }
    taught = Array(rows.prefix(labels.count))
    self.anchors = Array(rows.dropFirst(labels.count))
  }

  public var steps: Int { supervised.steps }
  package var done: Int { steps }

  public var policy: NetworkPolicy { supervised.policy }

  package var checkpoint: JSONObject { supervised.checkpoint }

  package mutating func restore(_ checkpoint: JSONObject) throws(JSONError) {
    try supervised.restore(checkpoint)
  }

  /// Counts positions as the network sees them.
  package var mistakesLeft: Int? {
    let batch = evaluate(taught).batch
    return taught.indices.count { row in
      let labels = taught[row].labels
      let move = labels.position.greedyMove(by: batch.outputs(ofRow: row))
      return move.map { labels.bad >> UInt64($0.index) & 1 == 1 } ?? false
    }
  }

  /// Makes one step against the mean loss of some examples, and with an anchor
  /// against the mean relative entropy of some other positions.
  public mutating func update() throws(Divergence) {
    var rng = supervised.generator
    let rows = recipe.supervised.rows(of: taught) {
      rng.next(below: taught.count)
    }
    let held = recipe.supervised.rows(of: anchors) {
      rng.next(below: anchors.count)
    }
    let (batch, policies) = evaluate(rows + held)
    var outputGradients: [Float] = []
    for loss in losses(rows, batch, policies, using: &rng) {
      let scale = 1 / Float(rows.count)
      outputGradients += loss.gradient.map { scale * $0 }
    }
    for (index, anchor) in held.enumerated() {
      let row = rows.count + index
      let loss = Loss.relativeEntropy(of: policies[row], from: anchor.old)
      let gradient = recipe.head.gradient(
        byOutputs: batch.outputs(ofRow: row), of: loss.gradient
      )
      let scale = recipe.anchor / Float(held.count)
      outputGradients += gradient.map { scale * $0 }
    }
    try supervised.step(against: outputGradients, through: batch)
  }

  private func evaluate(
    _ rows: [TrainingRow]
  ) -> (batch: Batch, policies: [Categorical]) {
    supervised.evaluate(rows.map(\.labels.position))
  }

  /// The losses of a batch's first rows, one a row.
  private func losses(
    _ rows: [TrainingRow], _ batch: Batch, _ policies: [Categorical],
    using rng: inout some RandomNumberGenerator
  ) -> [Loss] {
    if recipe.cost == .quadratic {
      return rows.indices.map {
        quadratic(rows[$0].labels, batch.outputs(ofRow: $0))
      }
    }
    switch recipe.supervision {
    case .bad:
      return recipe.loss.losses(
        of: Array(policies.prefix(rows.count)), bad: rows.map(\.labels.bad),
        old: rows.map(\.old), using: &rng
      )
    case .good:
      return zip(policies, rows).map { policy, row in
        .crossEntropy(of: policy, toSet: row.labels.good)
      }
    case .uniform:
      return zip(policies, rows).map { policy, row in
        let good = row.labels.good
        let share = 1 / Float(good.nonzeroBitCount)
        let count = policy.probabilities.count
        return .crossEntropy(
          of: policy,
          target: OutcomeVector(count: count) {
            good >> $0 & 1 == 1 ? share : 0
          }
        )
      }
    case .both:
      return zip(policies, rows).map { policy, row in
        let (good, bad) = (row.labels.good, row.labels.bad)
        let losses =
          (good == 0 ? [] : [Loss.crossEntropy(of: policy, toSet: good)])
          + (bad == 0 ? [] : [Loss.setUnlikelihood(of: policy, bad: bad)])
        return losses.dropFirst().reduce(losses[0], +)
      }
    }
  }

  /// The loss of the historical network, on outputs that do not compete.
  private func quadratic(_ labels: PartialLabels, _ outputs: [Float]) -> Loss {
    func target(_ moves: UInt64) -> OutcomeVector {
      OutcomeVector(count: outputs.count) { moves >> $0 & 1 == 1 ? 1 : 0 }
    }
    let legal = labels.position.legalMask
    guard recipe.supervision == .bad else {
      return .quadratic(
        ofLogits: outputs, target: target(labels.good), over: legal
      )
    }
    if recipe.loss == .ascent {
      return .quadratic(
        ofLogits: outputs, target: target(labels.bad), over: legal
      ).scaled(by: -1)
    }
    return .quadratic(ofLogits: outputs, target: target(0), over: labels.bad)
  }
}
