package import NeuralNetwork
public import Players
internal import TicTacToe

/// Self-play by REINFORCE: a policy plays itself and makes the moves likelier
/// that led to more than was expected. Williams (1992).
///
/// Its state is a function of the recipe, the seed and the games played.
public struct REINFORCE: Learner {
  /// Every choice of the run.
  public let recipe: Recipe

  /// The seed of the first weights and of every game.
  public let seed: UInt64

  /// Games played.
  public internal(set) var games = 0

  package internal(set) var updates = 0
  package internal(set) var network: Network

  var optimizer: any Optimizer
  var baseline: RunningMeans

  private let encoding: Encoding

  /// What a result counts by the moves it lies ahead, the sides taking turns.
  private let discounts: [Float]

  // What one update needs; kept for its memory.
  private var selfPlay: SelfPlay
  private var experience: Experience
  private var lessons: [Lesson] = []
  private var visits: [Float] = []
  private var worths: [Float] = []
  private var slopes: [OutcomeVector] = []
  private var gradient: [Float] = []

  /// Starts from random weights, or from a policy, whose encoding then counts
  /// instead of the recipe's.
  public init(recipe: Recipe, seed: UInt64, start: NetworkPolicy? = nil) {
    self.recipe = recipe
    self.seed = seed
    let encoding = start?.encoding ?? recipe.encoding
    self.encoding = encoding
    selfPlay = SelfPlay(recipe: recipe, encoding: encoding, seed: seed)
    let space = StateSpace.ticTacToe
    experience = Experience(in: space)
    baseline = RunningMeans(positions: space.outcomes.count)
    discounts = (0..<encoding.rules.squareCount).reduce(into: [1]) {
      powers,
      _ in
      powers.append(-recipe.discount * (powers.last ?? 1))
    }
    network = start?.network ?? recipe.network(seed: seed)
    optimizer = recipe.optimizer(for: network)
  }

  package var done: Int { games }

  /// The policy as trained so far.
  public var policy: NetworkPolicy {
    NetworkPolicy(
      name: recipe.model.rawValue,
      encoding: encoding,
      network: network
    )
  }

  /// Plays one batch of games and learns from it.
  ///
  /// - Throws: `Divergence` if a weight grows beyond all use.
  public mutating func update() throws(Divergence) {
    let progress = min(Float(games) / Float(recipe.games), 1)
    optimizer.learningRate = Schedule.linear(
      from: recipe.learningRate,
      to: recipe.finalLearningRate,
      at: progress
    )
    let entropy = Schedule.geometric(
      from: recipe.entropy,
      to: recipe.finalEntropy,
      at: recipe.entropyDecay > 0 ? min(progress / recipe.entropyDecay, 1) : 1
    )
    let numbers = games..<min(games + recipe.batch, recipe.games)
    selfPlay.play(numbers, with: network, into: &experience)
    judge()
    for epoch in 0..<recipe.epochs {
      if epoch > 0 { experience.reevaluate(with: network) }
      try learn(entropy: entropy)
      try Divergence.check(network, done: games)
    }
    games = numbers.upperBound
    updates += 1
  }

  /// A move and how much better than expected it turned out.
  private struct Lesson {
    let row: Int
    let action: Int
    let advantage: Float
    let logProbability: Float
  }

  /// Moves the baseline by the games' returns, and notes what each move was
  /// worth beyond what it had been.
  private mutating func judge() {
    lessons.removeAll(keepingCapacity: true)
    visits.fill(0, count: experience.numbers.count)
    for game in 0..<experience.gameCount {
      let episode = experience.episode(game)
      var left = episode.steps.count
      for step in episode.steps {
        left -= 1
        visits[step.row] += 1
        let value = episode.result * discounts[left]
        let number = experience.numbers[step.row]
        if recipe.actions == .sampled {
          lessons.append(lesson(of: step, value: value))
        }
        if recipe.baseline == .mean, !step.isExploring {
          baseline.update(number, with: value)
        }
      }
    }
  }

  private func lesson(of step: Experience.Step, value: Float) -> Lesson {
    let policy = experience.policies[step.row]
    var advantage = value
    if recipe.baseline == .mean {
      advantage -= baseline.means[experience.numbers[step.row]].value
    }
    if step.isExploring, advantage < 0,
      policy.probabilities[step.action] < recipe.explorationFloor
    {
      advantage = 0
    }
    return Lesson(
      row: step.row,
      action: step.action,
      advantage: advantage,
      logProbability: policy.logProbabilities[step.action]
    )
  }

  /// Makes one step against the mean loss of the moves.
  private mutating func learn(entropy: Float) throws(Divergence) {
    let none = OutcomeVector(count: encoding.rules.squareCount)
    slopes.fill(none, count: experience.numbers.count)
    switch recipe.actions {
    case .all: addExpectedReturns()
    case .sampled: addPolicyGradients()
    }
    for row in experience.policies.indices where entropy > 0 {
      let bonus = Loss.entropyBonus(
        of: experience.policies[row],
        weight: entropy * visits[row]
      )
      slopes[row] += bonus.gradient
    }
    if recipe.negatives == .hindsight {
      for (row, loss) in blame() { slopes[row] += loss.gradient }
    }
    let scale = 1 / Float(experience.stepCount)
    for row in slopes.indices { slopes[row] *= scale }
    gradient.fill(0, count: network.parameters.count)
    network.backpropagate(slopes, through: experience.batch, into: &gradient)
    try Divergence.check(gradient: gradient, done: games)
    network.step(against: gradient, by: &optimizer)
  }

  /// The losses on the actions that were sampled.
  private mutating func addPolicyGradients() {
    for lesson in lessons {
      let loss = Loss.clippedPolicyGradient(
        of: experience.policies[lesson.row],
        action: lesson.action,
        advantage: lesson.advantage,
        oldLogProbability: lesson.logProbability,
        clip: recipe.clip
      )
      slopes[lesson.row] += loss.gradient
    }
  }

  /// The losses on all actions, as often as their positions were met.
  private mutating func addExpectedReturns() {
    for row in experience.policies.indices {
      let loss = Loss.expectedReturn(
        of: experience.policies[row],
        values: values(of: experience.numbers[row])
      )
      slopes[row] += loss.scaled(by: visits[row]).gradient
    }
  }

  /// What each move of a position is worth.
  private mutating func values(of number: Int) -> OutcomeVector {
    worths.fill(0, count: encoding.rules.squareCount)
    for edge in experience.space.edges(of: number) {
      worths[experience.space.move(along: edge).index] = worth(of: edge)
    }
    return OutcomeVector(worths.span)
  }

  /// What a move is worth to the side that makes it: the result if it ends the
  /// game, else the baseline of the position that it leads to.
  func worth(of edge: Int) -> Float {
    let next = Int(experience.space.successors[edge])
    return switch experience.space.outcomes[next] {
    case .win: 1
    case .draw: 0
    case nil:
      -recipe.discount * baseline.means[Int(selfPlay.views[next])].value
    }
  }

  /// The losses on the moves that lost a game at once without need.
  private func blame() -> [(row: Int, loss: Loss)] {
    let episodes = (0..<experience.gameCount).map(experience.episode)
    let blamed = episodes.compactMap { episode -> (Int, Int)? in
      guard episode.result > 0, episode.steps.count >= 2 else { return nil }
      let step = episode.steps[episode.steps.endIndex - 2]
      let position = experience.space.positions[experience.numbers[step.row]]
      return Hindsight.isForced(position) ? nil : (step.row, step.action)
    }
    let policies = blamed.map { experience.policies[$0.0] }
    var rng = SeededGenerator(
      seed: seed,
      stream: NegativeExamples.Stream.games + UInt64(updates)
    )
    let losses = recipe.negativeLoss.losses(
      of: policies,
      bad: blamed.map { 1 << UInt64($0.1) },
      old: policies,
      using: &rng
    )
    return zip(blamed, losses).map { blamed, loss in
      (blamed.0, loss.scaled(by: recipe.negativeWeight))
    }
  }
}
