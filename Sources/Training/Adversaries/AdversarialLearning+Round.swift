internal import NeuralNetwork
internal import Players
internal import TicTacToe

extension AdversarialLearning {
  /// What a step of all the networks draws and makes of it.
  struct Round {
    /// The examples.
    let drawn: [Example]

    /// What is taken for their truth.
    var targets: [OutcomeVector]

    /// The same, as it is put before the discriminator.
    var truths: [Discriminator.Pair]

    /// What each predictor makes of the examples.
    var answers: [Answers]
  }

  /// What one predictor makes of the examples of a round.
  struct Answers {
    let batch: Batch

    /// Its distribution for each example.
    let policies: [Categorical]

    /// What it puts before the discriminator.
    var pairs: [Discriminator.Pair]

    /// The moves drawn, one an example, where moves are drawn.
    var moves: [Int] = []
  }

  /// Draws examples and lets every predictor answer.
  func play(
    noise: Float,
    using rng: inout some RandomNumberGenerator
  ) -> Round {
    let drawn = (0..<recipe.batch).map { _ in
      examples[weights.sampleIndex(using: &rng)]
    }
    let targets = drawn.map { truth(of: $0, using: &rng) }
    let answers = predictors.map { answer(drawn, by: $0, using: &rng) }
    var round = Round(
      drawn: drawn,
      targets: targets,
      truths: zip(drawn, targets).map { Discriminator.Pair($0.board, $1) },
      answers: answers
    )
    if noise > 0 {
      round.truths.blur(noise, using: &rng)
      for predictor in answers.indices {
        round.answers[predictor].pairs.blur(noise, using: &rng)
      }
    }
    return round
  }

  private func truth(
    of example: Example,
    using rng: inout some RandomNumberGenerator
  ) -> OutcomeVector {
    // A move is an answer as single as those of the predictor.
    let truth = recipe.answer == .vector ? recipe.truth : .oneHot
    switch truth {
    case .exact: return example.target
    case .oneHot:
      return .one(example.move(using: &rng), of: example.target.count)
    case .soft:
      let legal = example.board.legalMask
      var random = OutcomeVector(count: example.target.count) {
        legal >> $0 & 1 == 1 ? 1 : 0
      }
      for i in random.indices { random[i] *= rng.nextUnit() + 0x1p-24 }
      let share = 0.2 * rng.nextUnit()
      let move = example.move(using: &rng)
      var mixed = (1 - share) * OutcomeVector.one(move, of: random.count)
      mixed += share / random.reduce(0, +) * random
      return mixed
    }
  }

  private func answer(
    _ examples: [Example],
    by predictor: Network,
    using rng: inout some RandomNumberGenerator
  ) -> Answers {
    var batch = Batch()
    for example in examples { encoding.append(example.board, to: &batch) }
    predictor.evaluate(&batch)
    let policies = examples.enumerated().map { row, example in
      Categorical(
        logits: batch.outcomes(ofRow: row),
        legal: example.board.legalMask
      )
    }
    var answers = Answers(batch: batch, policies: policies, pairs: [])
    for (row, example) in examples.enumerated() {
      let p = policies[row].probabilities
      switch recipe.answer {
      case .vector: answers.pairs.append(.init(example.board, p))
      case .sampledMove:
        let move = policies[row].sample(using: &rng)
        answers.moves.append(move)
        answers.pairs.append(.init(example.board, .one(move, of: p.count)))
      case .everyMove:
        answers.pairs += answers.everyMove(of: example.board, row: row)
      }
    }
    return answers
  }
}

extension AdversarialLearning.Answers {
  /// Every move of a row's board, with its probability for a weight.
  func everyMove(of board: Position, row: Int) -> [Discriminator.Pair] {
    let p = policies[row].probabilities
    return board.legalMoves.map { square in
      .init(board, .one(square.index, of: p.count), weight: p[square.index])
    }
  }
}

extension [Discriminator.Pair] {
  /// Adds uniform noise to every number.
  fileprivate mutating func blur(
    _ width: Float,
    using rng: inout some RandomNumberGenerator
  ) {
    for pair in indices {
      for i in self[pair].vector.indices {
        self[pair].vector[i] += width * (2 * rng.nextUnit() - 1)
      }
    }
  }
}

extension AdversarialLearning.Example {
  /// Draws a move of its distribution.
  fileprivate func move(using rng: inout some RandomNumberGenerator) -> Int {
    guard let move = target.sampleIndex(using: &rng) else {
      preconditionFailure("no move for \(board.text) in \(Array(target))")
    }
    return move
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
