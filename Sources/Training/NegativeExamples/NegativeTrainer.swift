internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// The negative-example trainer of the loop: steps of a loss on bad moves,
/// until the policy hardly makes them, while an anchor holds it to what it was
/// elsewhere.
///
/// Ascent that stops is ascent on log p(b) for the bad moves b that are left:
/// the likeliest of their position, or above the floor. Steps of any loss end
/// once none is left, but for naive ascent, which makes them all.
struct NegativeTrainer {
  private let recipe: PolicyGradient.Recipe

  /// The bad moves of the first rows, bit i standing for square i; the other
  /// rows are anchors.
  private let bad: [UInt64]

  /// The policy before the first step, of shape [rows].
  private let old: [Categorical]

  /// The policy now, of shape [rows].
  private var policies: [Categorical]

  private(set) var network: Network
  private(set) var steps = 0
  private var optimizer: any Optimizer
  private var batch: Batch

  /// Prepares to change a policy, by the choices about negatives of a recipe.
  ///
  /// - Parameters:
  ///   - labels: Positions as the network sees them, with their bad moves.
  ///   - anchors: Others, in which the policy is to stay.
  init(
    of policy: NetworkPolicy, labels: [PartialLabels], anchors: [Position],
    recipe: PolicyGradient.Recipe
  ) {
    self.recipe = recipe
    network = policy.network
    var options = recipe
    options.learningRate = recipe.negativeLearningRate
    optimizer = options.optimizer(for: network)
    bad = labels.map(\.bad)
    let views = labels.map(\.position) + anchors
    var batch = Batch()
    for view in views { policy.encoding.append(view, to: &batch) }
    network.evaluate(&batch)
    old = views.indices.map {
      Categorical(logits: batch.outcomes(ofRow: $0), legal: views[$0].legalMask)
    }
    policies = old
    self.batch = batch
  }

  /// Makes steps until the bad moves are unlearned, or no more are allowed.
  ///
  /// - Parameter games: The games played before, which an error names.
  /// - Throws: `Divergence` if a weight or a gradient exceeds its bound.
  mutating func run(
    after games: Int, using rng: inout some RandomNumberGenerator
  ) throws(Divergence) {
    while steps < recipe.negativeSteps, !isDone {
      try step(after: games, using: &rng)
    }
  }

  private var isDone: Bool {
    recipe.negativeLoss != .ascent
      && bad.indices.allSatisfy { left(inRow: $0) == 0 }
  }

  /// The bad moves of a row that are the likeliest or above the floor.
  private func left(inRow row: Int) -> UInt64 {
    let policy = policies[row]
    var left = bad[row] & 1 << UInt64(policy.argmax)
    for move in policy.probabilities.indices
    where policy.probabilities[move] > recipe.negativeFloor {
      left |= bad[row] & 1 << UInt64(move)
    }
    return left
  }

  /// Makes one step against the mean loss on the bad moves and the mean
  /// relative entropy of the anchors.
  private mutating func step(
    after games: Int, using rng: inout some RandomNumberGenerator
  ) throws(Divergence) {
    let stops = recipe.negativeLoss == .ascentFloor
    let moves = stops ? bad.indices.map(left) : bad
    let rows = moves.indices.filter { moves[$0] != 0 }
    let losses = (stops ? .ascent : recipe.negativeLoss).losses(
      of: rows.map { policies[$0] }, bad: rows.map { moves[$0] },
      old: rows.map { old[$0] }, using: &rng
    )
    let none = OutcomeVector(count: network.sizes.last ?? 0)
    var logitGradients = [OutcomeVector](repeating: none, count: bad.count)
    for (row, loss) in zip(rows, losses) {
      logitGradients[row] = 1 / Float(bad.count) * loss.gradient
    }
    let weight =
      recipe.negativeAnchor / Float(max(policies.count - bad.count, 1))
    for row in bad.count..<policies.count {
      let loss = Loss.relativeEntropy(of: policies[row], from: old[row])
      logitGradients.append(weight * loss.gradient)
    }
    let gradient = network.parameterGradient(
      of: logitGradients, through: batch
    )
    try Divergence.check(gradient: gradient, done: games)
    network.step(against: gradient, by: &optimizer)
    try Divergence.check(network, done: games)
    steps += 1
    batch.forgetOutputs()
    network.evaluate(&batch)
    for row in policies.indices {
      policies[row] = Categorical(
        logits: batch.outcomes(ofRow: row), legal: old[row].legal
      )
    }
  }
}
