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
/// The state is a function of the recipe, the seed and the examples.
public struct AdversarialLearning: Sendable {
  /// A board and how its moves are truly distributed.
  public struct Example: Sendable, Equatable {
    public let board: Position

    /// The distribution over its legal moves, of shape [squares].
    public let target: OutcomeVector

    public let weight: Int

    public init(_ board: Position, target: OutcomeVector, weight: Int = 1) {
      self.board = board
      self.target = target
      self.weight = weight
    }

    public init(_ board: Position, move: Square, weight: Int = 1) {
      self.init(
        board, target: .one(move.index, of: board.rules.squareCount),
        weight: weight
      )
    }
  }

  /// How the discriminator teaches the first predictor now.
  public struct Measures: Sendable, Equatable {
    /// The share of pairs that the discriminator classifies correctly.
    public let accuracy: Double

    /// The norm of the adversarial gradient by the predictor's parameters.
    public let norm: Double

    /// The cosine of the angle between it and the gradient of the cross-entropy
    /// to the examples' own distributions; nil if either vanishes.
    public let cosine: Double?
  }

  public internal(set) var recipe: Recipe
  public let seed: UInt64

  /// The examples, each board as the networks see it.
  public let examples: [Example]

  public internal(set) var predictors: [Network]
  public internal(set) var discriminator: Discriminator
  public internal(set) var steps = 0

  private let encoding: Encoding
  private let weights: CumulativeWeights
  var optimizers: [any Optimizer]

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
      examples[0].board.rules, isCanonical: recipe.isCanonical
    )
    self.recipe = recipe
    self.seed = seed
    self.examples = examples.map { $0.seen(by: encoding) }
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
      recipe.form, encoding: encoding, hidden: recipe.discriminatorHidden,
      using: &rng
    )
    optimizers = predictors.map {
      Adam(
        learningRate: recipe.learningRate, parameterCount: $0.parameters.count
      )
    }
  }

  public var policy: NetworkPolicy { policies[0] }

  public var policies: [NetworkPolicy] {
    predictors.map {
      NetworkPolicy(name: "predictor", encoding: encoding, network: $0)
    }
  }

  /// Makes one step of every predictor, after those of the discriminator.
  ///
  /// - Throws: `Divergence` if a weight or a gradient exceeds its bound.
  public mutating func update() throws(Divergence) {
    var rng = SeededGenerator(seed: seed, stream: UInt64(steps) + 1)
    let remaining = Schedule.linear(
      from: 1, to: recipe.finalShare,
      at: min(Float(steps) / Float(recipe.steps), 1)
    )
    var round = play(noise: remaining * recipe.noise, using: &rng)
    if recipe.adversaryWeight > 0 {
      for step in 0..<recipe.discriminatorSteps {
        // The last of its batches is the predictors' own.
        if step > 0 {
          round = play(noise: remaining * recipe.noise, using: &rng)
        }
        try discriminator.learn(
          true: round.truths, forged: round.answers.flatMap(\.pairs),
          learningRate: remaining * recipe.discriminatorRate,
          smoothing: recipe.smoothing, penalty: recipe.penalty, done: steps
        )
      }
    }
    for (number, rows) in logitGradients(of: round).enumerated() {
      let gradient = gradient(byLogits: rows, in: round, predictor: number)
      try Divergence.check(gradient: gradient, done: steps)
      optimizers[number].learningRate = remaining * recipe.learningRate
      predictors[number].step(against: gradient, by: &optimizers[number])
      try Divergence.check(predictors[number], done: steps)
    }
    steps += 1
  }

  /// The gradient of the mean over the examples, of shape [parameters], given
  /// that by a predictor's logits, of shape [examples][squares].
  func gradient(
    byLogits rows: [OutcomeVector], in round: Round, predictor: Int
  ) -> [Float] {
    predictors[predictor].parameterGradient(
      of: rows.map { 1 / Float(rows.count) * $0 },
      through: round.answers[predictor].batch
    )
  }

  /// Draws a round of examples and lets every predictor answer.
  func play(
    noise: Float, using rng: inout some RandomNumberGenerator
  ) -> Round {
    let drawn = (0..<recipe.batch).map { _ in
      examples[weights.sampleIndex(using: &rng)]
    }
    return Round(
      drawn, by: predictors, encoding: encoding, recipe: recipe, noise: noise,
      using: &rng
    )
  }

  /// The gradients of every predictor's losses by its logits, of shape
  /// [predictors][examples][squares]; 0 if a predictor does not learn from an
  /// example.
  func logitGradients(of round: Round) -> [[OutcomeVector]] {
    let adversarial = adversarialGradients(of: round)
    return zip(round.answers, adversarial).map { answers, adversarial in
      let supervised = crossEntropyGradients(of: answers, in: round)
      return zip(supervised, adversarial).map { supervised, adversarial in
        var sum = recipe.crossEntropyWeight * supervised
        sum += recipe.adversaryWeight * adversarial
        return sum
      }
    }
  }

  /// The gradients of the cross-entropy to the truth, of shape
  /// [examples][squares].
  private func crossEntropyGradients(
    of answers: Answers, in round: Round
  ) -> [OutcomeVector] {
    zip(answers.policies, round.targets).map { policy, target in
      Loss.crossEntropy(of: policy, target: target).gradient
    }
  }

  /// The gradients of the losses by the discriminator's scores, of shape
  /// [predictors][examples][squares].
  private func adversarialGradients(of round: Round) -> [[OutcomeVector]] {
    if recipe.adversaryWeight == 0 {
      return round.answers.map { answers in
        answers.policies.map { OutcomeVector(count: $0.probabilities.count) }
      }
    }
    guard recipe.answer == .vector else {
      return round.answers.map { moveGradients(of: $0, in: round) }
    }
    let seen = round.answers.map { discriminator.examine($0.pairs) }
    let gradients = zip(round.answers, seen).map(vectorGradients)
    if recipe.learners == .all { return gradients }
    return gradients.enumerated().map { predictor, gradients in
      gradients.enumerated().map { row, gradient in
        learner(of: seen.map { $0.scores[row] }) == predictor
          ? gradient : 0 * gradient
      }
    }
  }

  /// The gradient of a function f of the probabilities by the logits is that of
  /// an expected return in which each move has the value −∂f/∂p.
  private func vectorGradients(
    of answers: Answers, seen: Discriminator.Examination
  ) -> [OutcomeVector] {
    let gradients = discriminator.vectorGradients(
      of: seen, byScores: seen.scores.map { loss($0).slope }
    )
    return zip(answers.policies, gradients).map { policy, gradient in
      Loss.expectedReturn(of: policy, values: -1 * gradient).gradient
    }
  }

  /// The value of a move is minus the predictor's loss at its score.
  private func moveGradients(
    of answers: Answers, in round: Round
  ) -> [OutcomeVector] {
    let seen = discriminator.examine(
      answers.policies.indices.flatMap { row in
        answers.everyMove(of: round.drawn[row].board, row: row)
      }
    )
    var scores = seen.scores[...]
    return answers.policies.enumerated().map { row, policy in
      var values = OutcomeVector(count: policy.probabilities.count)
      for square in round.drawn[row].board.legalMoves {
        values[square.index] = -loss(scores.removeFirst()).value
      }
      guard recipe.answer == .sampledMove else {
        return Loss.expectedReturn(of: policy, values: values).gradient
      }
      let move = answers.moves[row]
      return Loss.policyGradient(
        of: policy, action: move,
        advantage: values[move] - policy.probabilities.dot(values)
      ).gradient
    }
  }

  /// The predictor that learns from a board, by the bids; ties go to the first.
  private func learner(of bids: [Float]) -> Int? {
    recipe.learners == .winner
      ? bids.indices.max { bids[$0] < bids[$1] }
      : bids.indices.min { bids[$0] < bids[$1] }
  }

  private func loss(_ score: Float) -> ScoreLoss {
    switch recipe.objective {
    case .nonSaturating: .nonSaturating(score)
    case .saturating: .saturating(score)
    }
  }

  /// Measures on a batch of its own: 512 examples that no step has drawn.
  ///
  /// - Complexity: O(parameters) an example, in both networks.
  public var measures: Measures {
    var learning = self
    learning.recipe.batch = 512
    learning.recipe.noise = 0
    var rng = SeededGenerator(seed: seed, stream: RandomStream.measures)
    var round = learning.play(noise: 0, using: &rng)
    let seen = discriminator.examine(round.truths + round.answers[0].pairs)
    let accuracy = discriminator.accuracy(of: seen, truths: round.truths.count)
    let adversarial = gradient(
      byLogits: adversarialGradients(of: round)[0], in: round, predictor: 0
    )
    round.targets = round.drawn.map(\.target)
    let supervised = gradient(
      byLogits: crossEntropyGradients(of: round.answers[0], in: round),
      in: round, predictor: 0
    )
    let (a, b) = (adversarial.length, supervised.length)
    var product = 0.0
    for (x, y) in zip(adversarial, supervised) {
      product += Double(x) * Double(y)
    }
    return Measures(
      accuracy: accuracy, norm: a, cosine: a * b > 0 ? product / (a * b) : nil
    )
  }
}

extension AdversarialLearning.Example {
  fileprivate func seen(by encoding: Encoding) -> Self {
    let (view, symmetry) = encoding.view(of: board)
    var image = target
    for square in target.indices {
      image[encoding.group.image(of: Square(square), under: symmetry).index] =
        target[square]
    }
    return .init(view, target: image, weight: weight)
  }
}

extension [Float] {
  fileprivate var length: Double {
    reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
  }
}
