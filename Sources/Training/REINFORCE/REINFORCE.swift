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
  var baseline = RunningMeans()

  private let encoding: Encoding

  /// Starts from random weights, or from a policy, whose encoding then counts
  /// instead of the recipe's.
  public init(recipe: Recipe, seed: UInt64, start: NetworkPolicy? = nil) {
    self.recipe = recipe
    self.seed = seed
    encoding = start?.encoding ?? recipe.encoding
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
    let selfPlay = SelfPlay(recipe: recipe, encoding: encoding, seed: seed)
    var experience = selfPlay.play(numbers, with: network)
    let lessons = lessons(from: experience)
    for epoch in 0..<recipe.epochs {
      if epoch > 0 { reconsider(&experience) }
      try learn(lessons, from: experience, entropy: entropy)
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

  /// Compares each move's return with the baseline, and moves the baseline.
  private mutating func lessons(from experience: Experience) -> [Lesson] {
    var lessons: [Lesson] = []
    for episode in experience.episodes {
      var result = episode.result
      var returns: [Float] = []
      for _ in episode.steps {
        returns.append(result)
        result *= -recipe.discount
      }
      for (step, value) in zip(episode.steps, returns.reversed()) {
        let position = experience.positions[step.row]
        let policy = experience.policies[step.row]
        var advantage = value
        if recipe.baseline == .mean {
          advantage -= baseline.value(of: position)
          if !step.isExploring { baseline.update(position, with: value) }
        }
        if step.isExploring, advantage < 0,
          policy.probabilities[step.action] < recipe.explorationFloor
        {
          advantage = 0
        }
        lessons.append(
          Lesson(
            row: step.row,
            action: step.action,
            advantage: advantage,
            logProbability: policy.logProbabilities[step.action]
          )
        )
      }
    }
    return lessons
  }

  /// Evaluates the positions of a batch again, for another pass over it.
  private func reconsider(_ experience: inout Experience) {
    experience.batch.removeAll()
    for position in experience.positions {
      experience.batch.append(encoding.activeInputs(of: position))
    }
    network.evaluate(&experience.batch)
    experience.policies = experience.policies.indices.map { row in
      Categorical(
        logits: experience.batch.outputs(ofRow: row),
        legal: experience.policies[row].legal
      )
    }
  }

  /// Makes one step against the mean loss of the moves.
  private mutating func learn(
    _ lessons: [Lesson],
    from experience: Experience,
    entropy: Float
  ) throws(Divergence) {
    let squares = encoding.rules.squareCount
    var outputs = [Float](
      repeating: 0,
      count: experience.positions.count * squares
    )
    var visits = [Float](repeating: 0, count: experience.positions.count)
    for lesson in lessons {
      visits[lesson.row] += 1
      let loss = Loss.clippedPolicyGradient(
        of: experience.policies[lesson.row],
        action: lesson.action,
        advantage: lesson.advantage,
        oldLogProbability: lesson.logProbability,
        clip: recipe.clip
      )
      add(loss, toRow: lesson.row, of: &outputs)
    }
    for (row, policy) in experience.policies.enumerated() where entropy > 0 {
      let bonus = Loss.entropyBonus(of: policy, weight: entropy * visits[row])
      add(bonus, toRow: row, of: &outputs)
    }
    if recipe.negatives == .hindsight {
      for (row, loss) in blame(experience) {
        add(loss, toRow: row, of: &outputs)
      }
    }
    let scale = 1 / Float(lessons.count)
    for i in outputs.indices { outputs[i] *= scale }
    var gradient = [Float](repeating: 0, count: network.parameters.count)
    network.backpropagate(outputs, through: experience.batch, into: &gradient)
    try Divergence.check(gradient: gradient, done: games)
    network.step(against: gradient, by: &optimizer)
  }

  /// The losses on the moves that lost a game at once without need.
  private func blame(_ experience: Experience) -> [(row: Int, loss: Loss)] {
    let blamed = experience.episodes.compactMap { episode -> (Int, Int)? in
      guard episode.result > 0, episode.steps.count >= 2 else { return nil }
      let step = episode.steps[episode.steps.count - 2]
      let position = experience.positions[step.row]
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

  private func add(_ loss: Loss, toRow row: Int, of outputs: inout [Float]) {
    let start = row * loss.gradient.count
    for (i, g) in loss.gradient.enumerated() { outputs[start + i] += g }
  }
}
