import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@testable import Training

@Suite struct AdversarialLearningTests {
  typealias Recipe = AdversarialLearning.Recipe
  typealias Example = AdversarialLearning.Example

  // Every third decision with its optimal moves.
  private static let examples: [Example] = {
    let solution = Board.ticTacToe.solution
    return solution.graph.decisions.enumerated().compactMap { place, number in
      let optimal = solution.optimalMoves[number]
      guard place.isMultiple(of: 3) else { return nil }
      return Example(
        solution.graph.positions[number],
        target: OutcomeVector(count: 9) {
          optimal.contains(Square($0), in: .ticTacToe)
            ? 1 / Float(optimal.count) : 0
        }
      )
    }
  }()

  private static func learner(
    steps: Int = 0,
    seed: UInt64 = 1,
    _ change: (inout Recipe) -> Void = { _ in }
  ) throws -> AdversarialLearning {
    var recipe = Recipe()
    recipe.hidden = 16
    recipe.discriminatorHidden = 16
    recipe.batch = 32
    (recipe.learningRate, recipe.discriminatorRate) = (0.01, 0.01)
    recipe.steps = max(steps, 1)
    change(&recipe)
    var learner = AdversarialLearning(
      recipe: recipe,
      seed: seed,
      examples: examples
    )
    for _ in 0..<steps { try learner.update() }
    return learner
  }

  private static func accuracy(_ learner: AdversarialLearning) -> Double {
    let table = PolicyTable(of: learner.policy)
    let solution = Board.ticTacToe.solution
    let right = examples.count { example in
      guard let number = solution.graph.node(of: example.board) else {
        return false
      }
      return solution.optimalMoves[number].contains(
        table.greedyMove(number),
        in: .ticTacToe
      )
    }
    return Double(right) / Double(examples.count)
  }

  @Test(
    arguments: [AdversarialLearning.Answer.vector, .everyMove],
    AdversarialLearning.Objective.allCases
  )
  func `the predictor's gradient is the central difference`(
    answer: AdversarialLearning.Answer,
    objective: AdversarialLearning.Objective
  ) throws {
    for form in Discriminator.Form.allCases {
      var learner = try AdversarialLearningTests.learner {
        ($0.answer, $0.objective, $0.form) = (answer, objective, form)
        ($0.hidden, $0.batch) = (4, 5)
      }
      learner.discriminator = DiscriminatorTests.sample(form)
      var rng = SeededGenerator(seed: 9)
      let weights = learner.predictors[0].parameters.map { _ in
        2 * rng.nextUnit() - 1
      }
      learner.predictors[0].parameters = weights
      let expected = centralDifferences(
        of: { parameters in
          var other = learner
          other.predictors[0].parameters = parameters
          var rng = SeededGenerator(seed: 4)
          let round = other.play(noise: 0, using: &rng)
          let pairs = round.answers[0].pairs
          let scores = other.discriminator.examine(pairs).scores
          return zip(pairs, scores).reduce(0) { sum, scored in
            let loss: ScoreLoss =
              objective == .saturating
              ? .saturating(scored.1) : .nonSaturating(scored.1)
            return sum + Double(scored.0.weight) * Double(loss.value) / 5
          }
        },
        at: weights
      )
      rng = SeededGenerator(seed: 4)
      let round = learner.play(noise: 0, using: &rng)
      let gradient = learner.gradient(
        byLogits: learner.logitGradients(of: round)[0],
        in: round,
        predictor: 0
      )
      #expect(largestError(gradient, expected) < 3e-3)
      #expect(gradient.contains { abs($0) > 0.005 })
    }
  }

  @Test func `a move drawn teaches on average what all moves do`() throws {
    let sampled = try AdversarialLearningTests.learner(steps: 20) {
      ($0.answer, $0.batch) = (.sampledMove, 1)
    }
    var exact = sampled
    exact.recipe.answer = .everyMove
    var rng = SeededGenerator(seed: 2)
    let round = sampled.play(noise: 0, using: &rng)
    let whole = exact.logitGradients(of: round)[0][0]
    let p = round.answers[0].policies[0].probabilities
    var mean = OutcomeVector(count: 9)
    for square in round.drawn[0].board.legalMoves {
      var other = round
      other.answers[0].moves = [square.index]
      mean += p[square.index] * sampled.logitGradients(of: other)[0][0]
    }
    let error = zip(mean, whole).map { abs($0 - $1) }.max() ?? 1
    #expect(error < 1e-6)
    #expect(whole.contains { abs($0) > 1e-4 })
  }

  @Test func `before a projection a predictor learns, as by cross-entropy`()
    throws
  {
    let start = try AdversarialLearningTests.learner()
    #expect(AdversarialLearningTests.accuracy(start) < 0.6)
    let plain = try AdversarialLearningTests.learner(steps: 150) {
      ($0.adversaryWeight, $0.crossEntropyWeight) = (0, 1)
    }
    #expect(AdversarialLearningTests.accuracy(plain) > 0.76)
    for answer in AdversarialLearning.Answer.allCases {
      let learner = try AdversarialLearningTests.learner(steps: 150) {
        $0.answer = answer
      }
      #expect(AdversarialLearningTests.accuracy(learner) > 0.69)
    }
  }

  @Test func `the essay's form is seen through and learns nothing`() throws {
    let learner = try AdversarialLearningTests.learner(steps: 150) {
      ($0.form, $0.truth) = (.concatenating, .oneHot)
      ($0.objective, $0.discriminatorSteps) = (.saturating, 5)
      ($0.discriminatorRate, $0.batch) = (0.03, 16)
      $0.penalty = 0
    }
    #expect(AdversarialLearningTests.accuracy(learner) < 0.66)
    #expect(learner.measures.norm < 0.1)
  }

  @Test func `the same seed gives the same weights, another seed others`()
    throws
  {
    func parameters(seed: UInt64) throws -> [UInt32] {
      let learner = try AdversarialLearningTests.learner(
        steps: 5,
        seed: seed
      ) {
        ($0.noise, $0.truth, $0.predictors) = (0.1, .soft, 2)
        ($0.smoothing, $0.penalty) = (0.1, 0.1)
      }
      return learner.predictors.flatMap { $0.parameters.map(\.bitPattern) }
        + learner.discriminator.network.parameters.map(\.bitPattern)
    }
    #expect(try parameters(seed: 1) == parameters(seed: 1))
    #expect(try parameters(seed: 1) != parameters(seed: 2))
  }

  @Test func `canonical boards keep the moves where they belong`() throws {
    let learner = try AdversarialLearningTests.learner {
      $0.isCanonical = true
    }
    let group = Board.ticTacToe.group
    let solution = Board.ticTacToe.solution
    for example in learner.examples {
      #expect(group.canonical(example.board).position == example.board)
      let number = try #require(solution.graph.node(of: example.board))
      for square in 0..<9 {
        let isOptimal = solution.optimalMoves[number]
          .contains(Square(square), in: .ticTacToe)
        #expect((example.target[square] > 0) == isOptimal)
      }
    }
  }

  @Test(arguments: [AdversarialLearning.Learners.winner, .loser])
  func `in an auction one bidder learns from a board`(
    learners: AdversarialLearning.Learners
  ) throws {
    let learner = try AdversarialLearningTests.learner(steps: 30) {
      ($0.predictors, $0.learners) = (3, learners)
    }
    var rng = SeededGenerator(seed: 8)
    let round = learner.play(noise: 0, using: &rng)
    let gradients = learner.logitGradients(of: round)
    let bids = round.answers.map {
      learner.discriminator.examine($0.pairs).scores
    }
    var judged = 0
    for row in round.drawn.indices {
      let learned = gradients.indices.filter {
        gradients[$0][row].contains { $0 != 0 }
      }
      // With one legal move there is nothing to learn.
      guard let one = learned.first else { continue }
      judged += 1
      let best = bids.map { learners == .winner ? $0[row] : -$0[row] }
      #expect(learned.count == 1 && best[one] == best.max())
    }
    #expect(judged > round.drawn.count / 2)
  }

  @Test func `a step measures without a trace`() throws {
    let learner = try AdversarialLearningTests.learner(steps: 10)
    let measures = learner.measures
    #expect(0...1 ~= measures.accuracy && measures.norm > 0)
    #expect(-1...1 ~= measures.cosine ?? 2)
    #expect(measures == learner.measures)
    let plain = try AdversarialLearningTests.learner {
      ($0.adversaryWeight, $0.crossEntropyWeight) = (0, 1)
    }
    #expect(plain.measures.norm == 0 && plain.measures.cosine == nil)
  }

  @Test func `no examples, and an auction of moves, trap`() async {
    let empty = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = AdversarialLearning(recipe: .init(), seed: 1, examples: [])
    }
    #expect(errors(empty).contains("1 predictors, 0 examples"))
    let auction = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      var recipe = AdversarialLearning.Recipe()
      (recipe.answer, recipe.learners) = (.everyMove, .winner)
      _ = AdversarialLearning(
        recipe: recipe,
        seed: 1,
        examples: AdversarialLearningTests.examples
      )
    }
    #expect(errors(auction).contains("an auction of exact answers"))
  }
}
