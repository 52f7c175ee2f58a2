import Foundation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe
import Training

/// One step of REINFORCE on 16 games of self-play, by hand.
func oneUpdate(seed: UInt64) -> Network {
  // The policy: 18 inputs, own stones and the opponent's; 16 hidden units; one
  // logit for each square.
  let encoding = Encoding.planes(.ticTacToe, isCanonical: false)
  var weights = SeededGenerator(seed: seed)
  var network = Network(sizes: [18, 16, 9], activeInputs: 9, using: &weights)
  var optimizer: any Optimizer = SGD(learningRate: 0.1)

  // One row for each move of all games: its inputs and outputs in the batch,
  // and the gradient of its loss by the logits, of shape [rows][squares].
  var batch = Batch()
  var logitGradients: [OutcomeVector] = []

  for game in 0..<16 {
    // Each game has a stream of its own. The first two draws stand for no
    // random opening and no exploration.
    var rng = SeededGenerator(seed: seed, stream: UInt64(game) + 1)
    _ = (rng.next(below: 1), rng.nextUnit())

    // Play: the network gives logits, the masked softmax a distribution over
    // the legal moves, and a move is drawn from it.
    var position = Position(rules: .ticTacToe)
    var episode: [(policy: Categorical, action: Int)] = []
    while position.outcome == nil {
      encoding.append(position, to: &batch)
      network.evaluate(&batch)
      let policy = Categorical(
        logits: batch.outcomes(ofRow: batch.count - 1),
        legal: position.legalMask
      )
      let action = policy.sample(using: &rng)
      episode.append((policy, action))
      position = position.playing(Square(action))
    }

    // The return of a move: 1 if its side won, −1 if it lost, 0 in a draw. The
    // last move is the winner's, and the sides take turns.
    let isDraw = position.outcome == .draw
    for (ply, step) in episode.enumerated() {
      let isWinners = (episode.count - 1 - ply).isMultiple(of: 2)
      let loss = Loss.policyGradient(
        of: step.policy,
        action: step.action,
        advantage: isDraw ? 0 : isWinners ? 1 : -1
      )
      logitGradients.append(loss.gradient)
    }
  }

  // The mean over all moves, from the logits back to every parameter, and one
  // step against it.
  let scale = 1 / Float(batch.count)
  let gradient = network.parameterGradient(
    of: logitGradients.map { scale * $0 },
    through: batch
  )
  network.step(against: gradient, by: &optimizer)
  return network
}

@Suite struct OneUpdateTests {
  @Test func `the article's lines are those compiled here`() throws {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let article = try String(
      contentsOf: root.appending(
        path: "Sources/Training/Training.docc/OneUpdate.md"
      ),
      encoding: .utf8
    )
    let here = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let start = try #require(article.range(of: "/// One step of"))
    let end = try #require(
      article.range(of: "\n}\n", range: start.lowerBound..<article.endIndex)
    )
    #expect(here.contains(article[start.lowerBound..<end.upperBound]))
  }

  // The learner evaluates each position once and adds up its rows in another
  // order, so that the last bits differ.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `it is the learner's update`(seed: UInt64) throws {
    var recipe = PolicyGradient.Recipe().withoutNegatives
    recipe.isCanonical = false
    (recipe.hidden, recipe.optimizer, recipe.baseline) = (16, .sgd, .none)
    (recipe.learningRate, recipe.finalLearningRate) = (0.1, 0.1)
    (recipe.openingPlies, recipe.exploration, recipe.discount) = (0, 0, 1)
    (recipe.entropy, recipe.finalEntropy) = (0, 0)
    var learner = PolicyGradient(recipe: recipe, seed: seed)
    let start = learner.network
    try learner.update()
    let hand = oneUpdate(seed: seed)
    for (a, b) in zip(hand.parameters, learner.network.parameters) {
      #expect(abs(a - b) < 1e-6)
    }
    let moved = zip(start.parameters, hand.parameters).map { abs($0 - $1) }
    #expect(moved.max() ?? 0 > 1e-3)
  }
}
