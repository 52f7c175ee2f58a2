internal import NeuralNetwork
internal import Players
internal import TicTacToe

extension REINFORCE {
  /// The losses on the actions that were sampled.
  mutating func addPolicyGradients() {
    let policies = experience.policies
    for lesson in lessons {
      let loss = Loss.clippedPolicyGradient(
        of: policies[lesson.row],
        action: lesson.action,
        advantage: lesson.advantage,
        oldLogProbability: lesson.logProbability,
        clip: recipe.clip
      )
      slopes[lesson.row] += loss.gradient
    }
  }

  /// The losses on all actions, as often as their positions were met.
  mutating func addExpectedReturns() {
    let policies = experience.policies
    for row in policies.indices {
      let loss = Loss.expectedReturn(
        of: policies[row],
        values: values(of: experience.numbers[row])
      )
      slopes[row] += loss.scaled(by: visits[row]).gradient
    }
  }

  /// What each move of a position is worth.
  private func values(of number: Int) -> OutcomeVector {
    var worths = InlineArray<16, Float>(repeating: 0)
    for edge in experience.space.edges(of: number) {
      worths[experience.space.move(along: edge).index] = worth(of: edge)
    }
    return OutcomeVector(count: encoding.rules.squareCount, worths)
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
  func blame() -> [(row: Int, loss: Loss)] {
    let episodes = (0..<experience.gameCount).map(experience.episode)
    let blamed = episodes.compactMap { episode -> (Int, Int)? in
      guard episode.result > 0, episode.steps.count >= 2 else { return nil }
      let step = episode.steps[episode.steps.endIndex - 2]
      if step.isExploiters { return nil }
      let position = experience.space.positions[experience.numbers[step.row]]
      return Hindsight.isForced(position) ? nil : (step.row, step.action)
    }
    let policies = blamed.map { experience.policies[$0.0] }
    var rng = SeededGenerator(
      seed: seed,
      stream: RandomStream.games + UInt64(updates)
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
