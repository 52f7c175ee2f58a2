internal import NeuralNetwork
internal import TicTacToe

extension AdversarialLearning {
  /// The gradients of every predictor's losses by its logits, one an example; 0
  /// where a predictor does not learn from it.
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

  /// Those of the cross-entropy to the truth.
  func crossEntropyGradients(
    of answers: Answers,
    in round: Round
  ) -> [OutcomeVector] {
    zip(answers.policies, round.targets).map { policy, target in
      Loss.crossEntropy(of: policy, target: target).gradient
    }
  }

  /// Those of what the discriminator makes of the answers.
  func adversarialGradients(of round: Round) -> [[OutcomeVector]] {
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

  /// By logit, a function f of the probabilities has the gradient of an
  /// expected return in which each move is worth −∂f/∂p.
  private func vectorGradients(
    of answers: Answers,
    seen: Discriminator.Examination
  ) -> [OutcomeVector] {
    let slopes = discriminator.vectorGradients(
      of: seen,
      byScores: seen.scores.map { loss($0).slope }
    )
    return zip(answers.policies, slopes).map { policy, slope in
      Loss.expectedReturn(of: policy, values: -1 * slope).gradient
    }
  }

  /// A move is worth what the predictor would lose less by being believed.
  private func moveGradients(
    of answers: Answers,
    in round: Round
  ) -> [OutcomeVector] {
    let seen = discriminator.examine(
      answers.policies.indices.flatMap { row in
        answers.everyMove(of: round.drawn[row].board, row: row)
      }
    )
    var scores = seen.scores[...]
    return answers.policies.enumerated().map { row, policy in
      var worths = OutcomeVector(count: policy.probabilities.count)
      for square in round.drawn[row].board.legalMoves {
        worths[square.index] = -loss(scores.removeFirst()).value
      }
      guard recipe.answer == .sampledMove else {
        return Loss.expectedReturn(of: policy, values: worths).gradient
      }
      let move = answers.moves[row]
      return Loss.policyGradient(
        of: policy,
        action: move,
        advantage: worths[move] - policy.probabilities.dot(worths)
      ).gradient
    }
  }

  /// The predictor that learns from a board, by the bids; of equal ones the
  /// first.
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
}
