package import Checkpoints
internal import Evaluation
internal import NeuralNetwork
public import Players
public import TicTacToe

/// Self-play by policy gradients: a policy plays itself, and moves that are
/// worth more than its average become likelier. Two estimators of the gradient:
/// all actions by their worth (mean actor–critic, Allen et al. 2017), or the
/// sampled one by its return (REINFORCE, Williams 1992).
///
/// It is the first step of the loop, ``TrainingRun``. One ``update()``:
///
/// 1. `Schedule` sets the learning rate and the entropy weight.
/// 2. `BestResponse.replies` renews the exploiter every fifth update, if the
///    recipe has one.
/// 3. `SelfPlay.play` plays a batch of games side by side into `experience`.
///    Each distinct position gets a row there (`Experience.row(of:)`), goes
///    through the network once (`Experience.evaluate`), and its moves are drawn
///    from its `Categorical`.
/// 4. `computeReturns` goes through the games. The baseline of a return is the
///    mean of its position, which every return moves (`RunningMeans.update`), or
///    with `--baseline value` the network's last output.
/// 5. `addExpectedReturns` or `addPolicyGradients` adds the gradient of each
///    row's loss to `logitGradients`; `actionValue(of:)` is Q.
///    `addValueErrors` adds the gradient of the error of a value.
/// 6. `Loss.entropyBonus` and `hindsightLosses` add theirs.
/// 7. `Network.parameterGradient` turns the rows into one gradient by
///    parameters, and `Network.step` makes one step of the optimizer against
///    it.
///
/// The state is a function of the recipe, the seed and the games played.
public struct PolicyGradient: Learner {
  /// The state in a checkpoint; all else follows from the options.
  struct State: Sendable {
    var games = 0
    var updates = 0
    var network: Network
    var optimizer: any Optimizer
    var baseline: RunningMeans

    /// The edges of a best response to the policy of at most five updates ago,
    /// of shape [nodes]; empty if the recipe has no exploiter.
    var exploiter: [Int32] = []
  }

  /// A sampled move with the inputs of its loss.
  private struct Transition {
    let row: Int
    let action: Int
    let advantage: Float
    let logProbability: Float
  }

  /// The returns of the moves from a row, summed.
  private struct Return {
    var sum: Float = 0
    var count: Float = 0
  }

  public let recipe: Recipe

  /// The seed of the first weights and of every game.
  public let seed: UInt64

  private let encoding: Encoding

  /// Every position, where the board has a graph of them.
  var graph: StateGraph? { experience.positions.graph }

  /// Whether a walk takes seconds, and rounds come after self-play.
  private let hasSlowWalks: Bool

  /// What names the good moves, if the recipe does.
  private let solver: Board?

  /// Signed discounts (−γ)ⁿ: the weight of a result n plies ahead, from the
  /// mover's side.
  private let discounts: [Float]

  /// The number of updates before a best response is renewed.
  private static let updatesPerExploiter = 5

  /// The most positions of games to hold while bad moves are unlearned.
  private static let mostAnchors = 32

  /// How many of the positions that a walk met one step holds.
  private static let mostHeldAtOnce = 256

  /// The most bad moves that one step is made against where a walk may find
  /// thousands.
  private static let mostUnlearnedAtOnce = 256

  private var state: State

  // Scratch of one update, kept for its memory. All but the transitions have
  // one element for each row of the experience.
  private var selfPlay: SelfPlay
  private var experience: Experience
  private var transitions: [Transition] = []
  private var visits: [Float] = []
  private var returns: [Return] = []
  private var successorValues: SuccessorValues
  private var logitGradients: [OutcomeVector] = []

  package private(set) var hindsightMoves = 0

  /// Starts from random weights, or from a policy, whose encoding then replaces
  /// the recipe's.
  public init(
    recipe: Recipe, seed: UInt64, on board: Board, start: NetworkPolicy? = nil
  ) {
    self.recipe = recipe
    self.seed = seed
    let encoding = start?.encoding ?? recipe.encoding(on: board)
    self.encoding = encoding
    hasSlowWalks = board.scope == .search
    solver = recipe.namesGoodMoves ? board : nil
    selfPlay = SelfPlay(recipe: recipe, seed: seed)
    experience = Experience(
      on: board, encoding, forgetsPositions: recipe.baseline != .mean
    )
    var discounts: [Float] = [1]
    for ply in 1..<encoding.rules.squareCount {
      discounts.append(-recipe.discount * discounts[ply - 1])
    }
    self.discounts = discounts
    var network = start?.network ?? recipe.network(seed: seed, encoding)
    let outputs =
      encoding.rules.squareCount + (recipe.baseline == .value ? 1 : 0)
    if network.sizes.last != outputs {
      network = network.selecting(outputs: 0..<outputs)
    }
    successorValues = SuccessorValues(encoding, discount: recipe.discount)
    state = State(
      network: network, optimizer: recipe.optimizer(for: network),
      baseline: RunningMeans(positions: experience.positions.count)
    )
  }

  public var games: Int { state.games }
  package var done: Int { games }
  package var updates: Int { state.updates }

  public var policy: NetworkPolicy {
    NetworkPolicy(
      name: recipe.model.rawValue, encoding: encoding, network: state.network
    )
  }

  package static let checkpointKeys = [
    "optimizer", "baseline", "counters", "exploiter",
  ]

  /// The policy, the optimizer, the baseline and the counters. No generator is
  /// needed: game i draws from stream i + 1 of the seed.
  package var checkpoint: JSONObject {
    JSONObject(policy.members + state.members(recipe, experience.positions))
  }

  package mutating func restore(_ checkpoint: JSONObject) throws(JSONError) {
    state = try State(
      checkpoint, recipe, like: policy, in: &experience.positions
    )
  }

  /// Plays one batch of games and learns from it.
  ///
  /// - Throws: `Divergence` if a weight or a gradient exceeds its bound.
  public mutating func update() throws(Divergence) {
    if recipe.games == 0 {
      // Bad moves alone teach it.
      state.updates += 1
      return
    }
    let entropy: Float
    (state.optimizer.learningRate, entropy) = recipe.schedule(after: games)
    let numbers = games..<min(games + recipe.batch, recipe.games)
    if recipe.exploiter > 0, let graph,
      updates.isMultiple(of: PolicyGradient.updatesPerExploiter)
    {
      state.exploiter = BestResponse.replies(
        to: PolicyTable(of: policy, in: graph)
      )
    }
    selfPlay.play(
      numbers, with: state.network, against: state.exploiter, into: &experience
    )
    computeReturns()
    for epoch in 0..<recipe.epochs {
      if epoch > 0 { experience.reevaluate(with: state.network) }
      try learn(entropy: entropy)
      try Divergence.check(state.network, done: games)
    }
    state.games = numbers.upperBound
    state.updates += 1
  }

  package var negatives: BadMoves.Terms? {
    recipe.negatives == .none
      ? nil
      : BadMoves.Terms(
        sources: recipe.negatives.sources, mostRounds: recipe.negativeRounds,
        mostSteps: recipe.negativeSteps, isAfterwards: hasSlowWalks
      )
  }

  /// Makes the policy unlearn bad moves of its own, and holds it to what it was
  /// in positions that the last walk met, or in some of the last games.
  package mutating func unlearn(
    _ moves: BadMoves, round: Int
  ) throws(Divergence) -> Int {
    var rng = SeededGenerator(
      seed: seed, stream: RandomStream.unlearning + UInt64(round)
    )
    let labels = PartialLabels.all(
      of: moves.examples + moves.earlier, encoding: encoding
    )
    .compactMap(labels)
    let known = Set(labels.map(\.position))
    let met = moves.met.map { encoding.view(of: $0).position }
    let held =
      met.isEmpty
      ? anchors(besides: known, using: &rng)
      : met.filter { !known.contains($0) }
    var trainer = NegativeTrainer(
      of: policy, labels: labels, anchors: held, recipe: recipe,
      mostRows: graph == nil ? PolicyGradient.mostUnlearnedAtOnce : .max,
      mostAnchors: PolicyGradient.mostHeldAtOnce
    )
    try trainer.run(after: games, using: &rng)
    state.network = trainer.network
    return trainer.steps
  }

  /// Positions to hold, as the network sees them: of the last games, or where
  /// none were played of random play.
  private func anchors(
    besides known: Set<Position>, using rng: inout SeededGenerator
  ) -> [Position] {
    var anchors: [Position] = []
    if recipe.games == 0 {
      while anchors.count < PolicyGradient.mostAnchors {
        let position = encoding.rules.randomDecision(using: &rng)
        anchors.append(encoding.view(of: position).position)
      }
      return anchors.filter { !known.contains($0) }
    }
    var rows = Array(experience.numbers.indices)
    while anchors.count < PolicyGradient.mostAnchors, !rows.isEmpty {
      let number = experience.numbers[rows.removeRandomElement(using: &rng)]
      let position = experience.positions[number]
      if !known.contains(position) { anchors.append(position) }
    }
    return anchors
  }

  /// The moves to unlearn where some are named bad: these alone, unless the
  /// recipe names good moves. Then all that lower the value, or none if no
  /// named one does: a control is not to learn from what is no mistake.
  func badMoves(naming moves: UInt64, in position: Position) -> UInt64 {
    guard let optimal = solver?.optimalMoves(in: position) else { return moves }
    let bad = position.empty.subtracting(optimal).mask(in: position.rules)
    return bad & moves == 0 ? 0 : bad
  }

  /// The labels of a position where moves are named bad; nil if none is left.
  func labels(_ named: PartialLabels) -> PartialLabels? {
    var labels = named
    labels.bad = badMoves(naming: named.bad, in: named.position)
    return labels.bad == 0 ? nil : labels
  }

  /// Goes through the games: counts the visits of each row, updates the
  /// baseline with every return and, if actions are sampled, records the
  /// advantage of each move.
  private mutating func computeReturns() {
    transitions.removeAll(keepingCapacity: true)
    visits.fill(0, count: experience.numbers.count)
    returns.fill(Return(), count: experience.numbers.count)
    for game in 0..<experience.gameCount {
      let episode = experience.episode(game)
      var pliesLeft = episode.steps.count
      for step in episode.steps {
        pliesLeft -= 1
        var value = episode.result * discounts[pliesLeft]
        if recipe.rewards == .positive { value = max(value, 0) }
        let number = experience.numbers[step.row]
        if !step.isExploiters {
          visits[step.row] += 1
          if recipe.estimator == .sampled {
            transitions.append(transition(of: step, return: value))
          }
        }
        // The exploiter's results from a position tell Q of the move that led
        // there. They are no baseline for the policy's own moves from it.
        if !step.isExploring,
          !step.isExploiters || recipe.estimator == .allActions
        {
          switch recipe.baseline {
          case .mean:
            state.baseline.update(number, with: value)
          case .value:
            returns[step.row].sum += value
            returns[step.row].count += 1
          case .none: break
          }
        }
      }
    }
  }

  private func transition(
    of step: Experience.Step, return value: Float
  ) -> Transition {
    let policy = experience.policies[step.row]
    var advantage = value
    switch recipe.baseline {
    case .mean: advantage -= state.baseline[experience.numbers[step.row]]
    case .value: advantage -= self.value(ofRow: step.row)
    case .none: break
    }
    // The policy would hardly ever have made the move: a bound on the
    // off-policy error, no importance weight.
    if step.isExploring, advantage < 0,
      policy.probabilities[step.action] < recipe.explorationFloor
    {
      advantage = 0
    }
    return Transition(
      row: step.row, action: step.action, advantage: advantage,
      logProbability: policy.logProbabilities[step.action]
    )
  }

  /// Makes one step against the mean loss of the moves.
  private mutating func learn(entropy: Float) throws(Divergence) {
    let none = OutcomeVector(count: state.network.sizes.last ?? 0)
    logitGradients.fill(none, count: experience.numbers.count)
    switch recipe.estimator {
    case .allActions: addExpectedReturns()
    case .sampled: addPolicyGradients()
    }
    if recipe.baseline == .value { addValueErrors() }
    let policies = experience.policies
    for row in policies.indices where entropy > 0 {
      let bonus = Loss.entropyBonus(
        of: policies[row], weight: entropy * visits[row]
      )
      logitGradients[row] += bonus.gradient
    }
    if recipe.negatives.sources.contains(.hindsight) {
      let losses = hindsightLosses()
      hindsightMoves = losses.count
      for (row, loss) in losses { logitGradients[row] += loss.gradient }
    }
    // An exploiter may win before the policy has moved at all.
    let scale = 1 / max(visits.reduce(0, +), 1)
    for row in logitGradients.indices { logitGradients[row] *= scale }
    let gradient = state.network.parameterGradient(
      of: logitGradients, through: &experience.batch
    )
    try Divergence.check(gradient: gradient, done: games)
    state.network.step(against: gradient, by: &state.optimizer)
  }

  /// Adds the losses on all actions of each row, once a visit.
  private mutating func addExpectedReturns() {
    let policies = experience.policies
    let values = actionValues()
    for row in policies.indices {
      let loss = Loss.expectedReturn(of: policies[row], values: values[row])
      logitGradients[row] += loss.scaled(by: visits[row]).gradient
      let expected = policies[row].probabilities.dot(values[row])
      returns[row] = Return(sum: visits[row] * expected, count: visits[row])
    }
  }

  /// Adds the gradient of ½ (V − R)² over the returns R of each row, to the
  /// last output z, V being tanh z.
  private mutating func addValueErrors() {
    for (row, goal) in returns.enumerated() {
      let value = value(ofRow: row)
      logitGradients[row][encoding.rules.squareCount] +=
        (goal.count * value - goal.sum) * (1 - value * value)
    }
  }

  /// What the network takes a row to be worth to the side to move.
  private func value(ofRow row: Int) -> Float {
    .tanh(experience.batch.outcomes(ofRow: row)[encoding.rules.squareCount])
  }

  private mutating func addPolicyGradients() {
    let policies = experience.policies
    for transition in transitions {
      let loss = Loss.clippedPolicyGradient(
        of: policies[transition.row], action: transition.action,
        advantage: transition.advantage,
        oldLogProbability: transition.logProbability, clip: recipe.clip
      )
      logitGradients[transition.row] += loss.gradient
    }
  }

  /// Q of every move of each row, of shape [rows][outputs]; 0 for illegal
  /// moves.
  private mutating func actionValues() -> [OutcomeVector] {
    if recipe.baseline == .value {
      return successorValues.actionValues(
        in: experience.numbers.map { experience.positions[$0] },
        by: state.network
      )
    }
    return experience.numbers.map(actionValues)
  }

  /// The same of one position, by the means of those its moves lead to.
  private func actionValues(of number: Int) -> OutcomeVector {
    var values = OutcomeVector(count: encoding.rules.squareCount)
    experience.positions.forEachMove(of: number) { action, successor in
      values[action] = actionValue(of: successor)
    }
    return values
  }

  /// Q of a move for the side that makes it: the result if it ends the game,
  /// else −γ V of the position it leads to, V being the baseline, 0 where it
  /// was never met.
  private func actionValue(of successor: GamePositions.Successor?) -> Float {
    switch successor {
    case .over(.draw), nil: 0
    case .over: 1
    case .position(let number): -recipe.discount * state.baseline[number]
    }
  }

  /// Q of a move along an edge of ``graph``.
  func actionValue(of edge: Int, in graph: StateGraph) -> Float {
    actionValue(of: experience.positions.successor(along: edge, in: graph))
  }

  /// The losses on the loser's last moves, unless every move lost.
  private func hindsightLosses() -> [(row: Int, loss: Loss)] {
    let episodes = (0..<experience.gameCount).map(experience.episode)
    let bad = episodes.compactMap { episode -> (row: Int, moves: UInt64)? in
      guard episode.result > 0, episode.steps.count >= 2 else { return nil }
      let step = episode.steps[episode.steps.endIndex - 2]
      if step.isExploiters { return nil }
      let position = experience.positions[experience.numbers[step.row]]
      if Hindsight.isForced(position) { return nil }
      let moves = badMoves(naming: 1 << UInt64(step.action), in: position)
      return moves == 0 ? nil : (step.row, moves)
    }
    let policies = bad.map { experience.policies[$0.row] }
    var rng = SeededGenerator(
      seed: seed, stream: RandomStream.games + UInt64(updates)
    )
    let losses = recipe.negativeLoss.losses(
      of: policies, bad: bad.map(\.moves), old: policies,
      floor: recipe.negativeFloor, using: &rng
    )
    return zip(bad, losses).map { bad, loss in
      (bad.row, loss.scaled(by: recipe.negativeWeight))
    }
  }
}
