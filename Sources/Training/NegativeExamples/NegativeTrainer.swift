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

  /// The most rows with bad moves that one step is made on, and the most
  /// anchors.
  private let mostRows: Int
  private let mostAnchors: Int

  /// The inputs of all rows.
  private let inputs: Batch

  /// The rows that the next step is made on, anchors last, and their inputs and
  /// outputs.
  private var shown: [Int]
  private var batch: Batch

  /// The steps made when they were evaluated.
  private var evaluatedAfter = 0

  /// Rows that may have bad moves left, where a step is not made on all.
  private var pending: [Int] = []

  /// Prepares to change a policy, by the choices about negatives of a recipe.
  ///
  /// - Parameters:
  ///   - labels: Positions as the network sees them, with their bad moves.
  ///   - anchors: Others, in which the policy is to stay.
  ///   - mostRows: The most positions with bad moves that one step is made on.
  ///   - mostAnchors: The most others; of more, each step draws its own.
  init(
    of policy: NetworkPolicy, labels: [PartialLabels], anchors: [Position],
    recipe: PolicyGradient.Recipe, mostRows: Int = .max,
    mostAnchors: Int = .max
  ) {
    self.recipe = recipe
    self.mostRows = mostRows
    self.mostAnchors = mostAnchors
    network = policy.network
    var options = recipe
    options.learningRate = recipe.negativeLearningRate
    optimizer = options.optimizer(for: network)
    bad = labels.map(\.bad)
    let views = labels.map(\.position) + anchors
    var inputs = Batch()
    for view in views { policy.encoding.append(view, to: &inputs) }
    self.inputs = inputs
    shown = Array(views.indices)
    batch = inputs
    network.evaluate(&batch)
    old = zip(views.indices, views).map { [batch] row, view in
      Categorical(logits: batch.outcomes(ofRow: row), legal: view.legalMask)
    }
    policies = old
  }

  /// Makes steps until the bad moves are unlearned, or no more are allowed.
  ///
  /// - Parameter games: The games played before, which an error names.
  /// - Throws: `Divergence` if a weight or a gradient exceeds its bound.
  mutating func run(
    after games: Int, using rng: inout some RandomNumberGenerator
  ) throws(Divergence) {
    while steps < recipe.negativeSteps {
      guard showRows(using: &rng) else { return }
      try step(after: games, using: &rng)
    }
  }

  /// Chooses the rows of the next step and evaluates them; false if no bad move
  /// is left.
  private mutating func showRows(
    using rng: inout some RandomNumberGenerator
  ) -> Bool {
    let all = Array(bad.indices)
    if all.count <= mostRows {
      evaluate(all, using: &rng)
      return all.contains(where: isPending)
    }
    while true {
      if pending.isEmpty {
        evaluate(all, using: &rng)
        pending = all.filter(isPending)
        if pending.isEmpty { return false }
      }
      let drawn = (0..<min(mostRows, pending.count)).map { _ in
        pending.removeRandomElement(using: &rng)
      }
      evaluate(drawn, using: &rng)
      let left = drawn.filter(isPending)
      pending += left
      if !left.isEmpty { return true }
    }
  }

  private var anchorCount: Int { policies.count - bad.count }

  /// Evaluates some rows and the anchors of the next step.
  private mutating func evaluate(
    _ rows: [Int], using rng: inout some RandomNumberGenerator
  ) {
    let anchors =
      anchorCount > mostAnchors
      ? (0..<mostAnchors).map { _ in bad.count + rng.next(below: anchorCount) }
      : Array(bad.count..<policies.count)
    let rows = rows + anchors
    if rows == shown {
      if evaluatedAfter == steps { return }
      batch.forgetOutputs()
    } else {
      shown = rows
      batch.removeAll()
      for row in rows { batch.append(row: row, of: inputs) }
    }
    network.evaluate(&batch)
    evaluatedAfter = steps
    for (place, row) in rows.enumerated() {
      policies[row] = Categorical(
        logits: batch.outcomes(ofRow: place), legal: old[row].legal
      )
    }
  }

  private func isPending(_ row: Int) -> Bool {
    recipe.negativeLoss == .ascent || left(inRow: row) != 0
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
    let labeled = shown.filter { $0 < bad.count }
    let moves = labeled.map { stops ? left(inRow: $0) : bad[$0] }
    let places = moves.indices.filter { moves[$0] != 0 }
    let losses = (stops ? .ascent : recipe.negativeLoss).losses(
      of: places.map { policies[labeled[$0]] }, bad: places.map { moves[$0] },
      old: places.map { old[labeled[$0]] }, using: &rng
    )
    let none = OutcomeVector(count: network.sizes.last ?? 0)
    var logitGradients = [OutcomeVector](repeating: none, count: labeled.count)
    for (place, loss) in zip(places, losses) {
      logitGradients[place] = 1 / Float(labeled.count) * loss.gradient
    }
    let anchors = shown.dropFirst(labeled.count)
    let weight = recipe.negativeAnchor / Float(max(anchors.count, 1))
    for row in anchors {
      let loss = Loss.relativeEntropy(of: policies[row], from: old[row])
      logitGradients.append(weight * loss.gradient)
    }
    let gradient = network.parameterGradient(
      of: logitGradients, through: &batch
    )
    try Divergence.check(gradient: gradient, done: games)
    network.step(against: gradient, by: &optimizer)
    try Divergence.check(network, done: games)
    steps += 1
  }
}

extension Array {
  /// Removes an element drawn uniformly; the last takes its place.
  mutating func removeRandomElement(
    using rng: inout some RandomNumberGenerator
  ) -> Element {
    swapAt(rng.next(below: count), count - 1)
    return removeLast()
  }
}
