internal import NeuralNetwork
internal import Players
internal import TicTacToe

extension AdversarialLearning {
  /// The examples of one step, with the answers of the predictors.
  struct Round {
    let drawn: [Example]

    /// The labels of the examples, of shape [examples][squares].
    var targets: [OutcomeVector]

    /// The same as pairs for the discriminator, of shape [examples].
    private(set) var truths: [Discriminator.Pair]

    /// Of shape [predictors].
    var answers: [Answers]

    /// Draws the truths of examples, and lets every predictor answer.
    init(
      _ drawn: [Example], by predictors: [Network], encoding: Encoding,
      recipe: Recipe, noise: Float, using rng: inout some RandomNumberGenerator
    ) {
      self.drawn = drawn
      targets = drawn.map { $0.truth(by: recipe, using: &rng) }
      answers = predictors.map {
        .init(to: drawn, by: $0, encoding: encoding, recipe.answer, using: &rng)
      }
      truths = zip(drawn, targets).map { Discriminator.Pair($0.board, $1) }
      if noise > 0 {
        truths.blur(noise, using: &rng)
        for predictor in answers.indices {
          answers[predictor].pairs.blur(noise, using: &rng)
        }
      }
    }
  }

  /// The answers of one predictor to the examples of a round.
  struct Answers {
    let batch: Batch

    /// The distributions, of shape [examples].
    let policies: [Categorical]

    /// The answers that the discriminator judges.
    var pairs: [Discriminator.Pair] = []

    /// The moves drawn, of shape [examples]; empty unless moves are drawn.
    var moves: [Int] = []

    init(
      to examples: [Example], by predictor: Network, encoding: Encoding,
      _ answer: Answer, using rng: inout some RandomNumberGenerator
    ) {
      var batch = Batch()
      for example in examples { encoding.append(example.board, to: &batch) }
      predictor.evaluate(&batch)
      self.batch = batch
      policies = examples.enumerated().map { row, example in
        Categorical(
          logits: batch.outcomes(ofRow: row), legal: example.board.legalMask
        )
      }
      for (row, example) in examples.enumerated() {
        let p = policies[row].probabilities
        switch answer {
        case .vector: pairs.append(.init(example.board, p))
        case .sampledMove:
          let move = policies[row].sample(using: &rng)
          moves.append(move)
          pairs.append(.init(example.board, .one(move, of: p.count)))
        case .everyMove: pairs += everyMove(of: example.board, row: row)
        }
      }
    }

    /// Every move of a row's board, weighted by its probability.
    func everyMove(of board: Position, row: Int) -> [Discriminator.Pair] {
      let p = policies[row].probabilities
      return board.legalMoves.map { square in
        .init(board, .one(square.index, of: p.count), weight: p[square.index])
      }
    }
  }
}

extension AdversarialLearning.Example {
  fileprivate func truth(
    by recipe: AdversarialLearning.Recipe,
    using rng: inout some RandomNumberGenerator
  ) -> OutcomeVector {
    // A truth has the form of the answers: vectors, or single moves.
    switch recipe.answer == .vector ? recipe.truth : .oneHot {
    case .exact: return target
    case .oneHot:
      return .one(move(using: &rng), of: target.count)
    case .soft:
      let legal = board.legalMask
      var random = OutcomeVector(count: target.count) {
        legal >> $0 & 1 == 1 ? 1 : 0
      }
      for i in random.indices { random[i] *= rng.nextUnit() + 0x1p-24 }
      let share = 0.2 * rng.nextUnit()
      let move = move(using: &rng)
      var mixed = (1 - share) * OutcomeVector.one(move, of: random.count)
      mixed += share / random.reduce(0, +) * random
      return mixed
    }
  }

  private func move(using rng: inout some RandomNumberGenerator) -> Int {
    guard let move = target.sampleIndex(using: &rng) else {
      preconditionFailure("no move for \(board.text) in \(Array(target))")
    }
    return move
  }
}

extension [Discriminator.Pair] {
  fileprivate mutating func blur(
    _ width: Float, using rng: inout some RandomNumberGenerator
  ) {
    for pair in indices {
      for i in self[pair].vector.indices {
        self[pair].vector[i] += width * (2 * rng.nextUnit() - 1)
      }
    }
  }
}

extension OutcomeVector {
  /// A single 1 among zeros.
  static func one(_ outcome: Int, of count: Int) -> OutcomeVector {
    var vector = OutcomeVector(count: count)
    vector[outcome] = 1
    return vector
  }
}
