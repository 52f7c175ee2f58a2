internal import Evaluation
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

  /// The edges of a best response to the policy of a few updates ago, of shape
  /// [positions]; empty where no game is played against it.
  var exploiter: [Int32] = []

  /// For how many updates a best response stays as it is.
  static let updatesPerExploiter = 5

  let encoding: Encoding

  /// What a result counts by the moves it lies ahead, the sides taking turns.
  private let discounts: [Float]

  // What one update needs; kept for its memory.
  var selfPlay: SelfPlay
  var experience: Experience
  var lessons: [Lesson] = []
  var visits: [Float] = []
  var slopes: [OutcomeVector] = []
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
    experience = Experience(in: space, encoding)
    baseline = RunningMeans(positions: space.outcomes.count)
    var discounts: [Float] = [1]
    for ply in 1..<encoding.rules.squareCount {
      discounts.append(-recipe.discount * discounts[ply - 1])
    }
    self.discounts = discounts
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
    if recipe.exploiter > 0, updates % REINFORCE.updatesPerExploiter == 0 {
      exploiter = BestResponse.replies(to: PolicyTable(of: policy))
    }
    selfPlay.play(
      numbers,
      with: network,
      against: exploiter,
      into: &experience
    )
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
  struct Lesson {
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
        var value = episode.result * discounts[left]
        if recipe.rewards == .positive { value = max(value, 0) }
        let number = experience.numbers[step.row]
        if !step.isExploiters {
          visits[step.row] += 1
          if recipe.actions == .sampled {
            lessons.append(lesson(of: step, value: value))
          }
        }
        // What the exploiter makes of a position tells what the move there was
        // worth; but it is no baseline for the policy's own moves from there.
        if recipe.baseline == .mean, !step.isExploring,
          !step.isExploiters || recipe.actions == .all
        {
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
    let policies = experience.policies
    for row in policies.indices where entropy > 0 {
      let bonus = Loss.entropyBonus(
        of: policies[row],
        weight: entropy * visits[row]
      )
      slopes[row] += bonus.gradient
    }
    if recipe.negatives == .hindsight {
      for (row, loss) in blame() { slopes[row] += loss.gradient }
    }
    // An exploiter may win before the policy has moved at all.
    let scale = 1 / max(visits.reduce(0, +), 1)
    for row in slopes.indices { slopes[row] *= scale }
    gradient.fill(0, count: network.parameters.count)
    network.backpropagate(slopes, through: experience.batch, into: &gradient)
    try Divergence.check(gradient: gradient, done: games)
    network.step(against: gradient, by: &optimizer)
  }
}
