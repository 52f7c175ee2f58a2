public import NeuralNetwork
public import Players
public import TicTacToe

/// Predictors that must pass for the truth before a discriminator, both
/// learning at once.
///
/// With ``Answer/vector`` it is adversarial label learning: the discriminator
/// tells a board's true distribution of moves from the predictor's. With moves
/// for answers it is generative adversarial imitation of single decisions: it
/// tells an expert's moves from the predictor's. With the adversary's weight at
/// 0 it is plain cross-entropy, by the same batches.
///
/// Its state is a function of the recipe, the seed and the examples.
public struct AdversarialLearning: Sendable {
  /// A board and how its moves are truly distributed.
  public struct Example: Sendable, Equatable {
    /// The board.
    public let board: Position

    /// The distribution over its legal moves.
    public let target: OutcomeVector

    /// How often it is drawn, beside the others.
    public let weight: Int

    /// Labels a board.
    public init(_ board: Position, target: OutcomeVector, weight: Int = 1) {
      self.board = board
      self.target = target
      self.weight = weight
    }

    /// Labels a board with one move.
    public init(_ board: Position, move: Square, weight: Int = 1) {
      self.init(
        board,
        target: .one(move.index, of: board.rules.squareCount),
        weight: weight
      )
    }
  }

  /// Every choice.
  public internal(set) var recipe: Recipe

  /// The seed of all weights and draws.
  public let seed: UInt64

  /// What is learned from, each board as the networks see it.
  public let examples: [Example]

  /// The predictors.
  public internal(set) var predictors: [Network]

  /// Who judges them.
  public internal(set) var discriminator: Discriminator

  /// Steps made.
  public internal(set) var steps = 0

  let encoding: Encoding
  let weights: CumulativeWeights
  var optimizers: [any Optimizer]

  /// Starts from random weights.
  public init(recipe: Recipe, seed: UInt64, examples: [Example]) {
    precondition(
      !examples.isEmpty && recipe.predictors > 0,
      "\(recipe.predictors) predictors, \(examples.count) examples"
    )
    precondition(
      recipe.learners == .all || recipe.answer == .vector,
      "an auction of \(recipe.answer.rawValue) answers"
    )
    let encoding = Encoding.planes(
      rules: examples[0].board.rules,
      isCanonical: recipe.isCanonical
    )
    self.recipe = recipe
    self.seed = seed
    let group = SymmetryGroup(encoding.rules)
    self.examples = examples.map { $0.seen(by: encoding, group) }
    weights = CumulativeWeights(examples.map(\.weight))
    self.encoding = encoding
    var rng = SeededGenerator(seed: seed)
    predictors = (0..<recipe.predictors).map { _ in
      Network(
        sizes: [
          encoding.inputCount, recipe.hidden, encoding.rules.squareCount,
        ],
        activeInputs: encoding.rules.squareCount,
        using: &rng
      )
    }
    discriminator = Discriminator(
      recipe.form,
      encoding: encoding,
      hidden: recipe.discriminatorHidden,
      using: &rng
    )
    optimizers = predictors.map {
      Adam(
        learningRate: recipe.learningRate,
        parameterCount: $0.parameters.count
      )
    }
  }

  /// The first predictor, as a policy.
  public var policy: NetworkPolicy { policies[0] }

  /// The predictors, as policies.
  public var policies: [NetworkPolicy] {
    predictors.map {
      NetworkPolicy(name: "predictor", encoding: encoding, network: $0)
    }
  }

  /// Makes one step of every predictor, after those of the discriminator.
  ///
  /// - Throws: `Divergence` if a weight grows beyond all use.
  public mutating func update() throws(Divergence) {
    var rng = SeededGenerator(seed: seed, stream: UInt64(steps) + 1)
    let left = Schedule.linear(
      from: 1,
      to: recipe.finalShare,
      at: min(Float(steps) / Float(recipe.steps), 1)
    )
    var round = play(noise: left * recipe.noise, using: &rng)
    if recipe.adversaryWeight > 0 {
      for step in 0..<recipe.discriminatorSteps {
        // The last of its batches is the predictors' own.
        if step > 0 { round = play(noise: left * recipe.noise, using: &rng) }
        try discriminator.learn(
          true: round.truths,
          forged: round.answers.flatMap(\.pairs),
          learningRate: left * recipe.discriminatorRate,
          recipe.regularization,
          done: steps
        )
      }
    }
    for (number, rows) in logitGradients(of: round).enumerated() {
      let gradient = gradient(byLogits: rows, in: round, predictor: number)
      try Divergence.check(gradient: gradient, done: steps)
      optimizers[number].learningRate = left * recipe.learningRate
      predictors[number].step(against: gradient, by: &optimizers[number])
      try Divergence.check(predictors[number], done: steps)
    }
    steps += 1
  }

  /// The gradient by a predictor's parameters, of the mean over the examples.
  func gradient(
    byLogits rows: [OutcomeVector],
    in round: Round,
    predictor: Int
  ) -> [Float] {
    let network = predictors[predictor]
    var gradient = [Float](repeating: 0, count: network.parameters.count)
    network.backpropagate(
      rows.map { 1 / Float(rows.count) * $0 },
      through: round.answers[predictor].batch,
      into: &gradient
    )
    return gradient
  }
}

extension AdversarialLearning.Example {
  /// The example as a network sees it.
  fileprivate func seen(by encoding: Encoding, _ group: SymmetryGroup) -> Self {
    let (view, symmetry) = encoding.view(of: board, group: group)
    var image = target
    for square in target.indices {
      image[group.image(of: Square(square), under: symmetry).index] =
        target[square]
    }
    return .init(view, target: image, weight: weight)
  }
}
