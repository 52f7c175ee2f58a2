import Checkpoints
import Evaluation
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe
import Training

@Suite struct PolicyGradientTests {
  private func trained(
    _ games: Int,
    seed: UInt64 = 1,
    _ change: (inout PolicyGradient.Recipe) -> Void = { _ in }
  ) throws -> PolicyGradient {
    var recipe = PolicyGradient.Recipe.allActions.withoutNegatives
    recipe.hidden = 16
    change(&recipe)
    var learner = PolicyGradient(recipe: recipe, seed: seed)
    while learner.games < games { try learner.update() }
    return learner
  }

  private func nashConv(_ learner: PolicyGradient) -> Double {
    BestResponse(to: PolicyTable(of: learner.policy)).nashConv
  }

  @Test func `the first policy is nearly uniform`() throws {
    #expect(try abs(nashConv(trained(0)) - 1.9197) < 0.1)
  }

  @Test(arguments: [Model.network, .table])
  func `it learns`(model: Model) throws {
    let learner = try trained(3000) {
      $0.model = model
      $0.learningRate = 0.02
    }
    let blunders = Blunders(of: PolicyTable(of: learner.policy)).count
    #expect(blunders < 700)
    #expect(try nashConv(learner) < nashConv(trained(0)) - 0.05)
  }

  @Test func `without a learning rate nothing changes`() throws {
    let learner = try trained(2000) {
      $0.optimizer = .sgd
      $0.learningRate = 0
      $0.finalLearningRate = 0
    }
    #expect(try learner.network == trained(0).network)
  }

  @Test func `weights beyond their bound are a divergence`() {
    #expect(throws: Divergence.self) {
      _ = try trained(1000) {
        $0.optimizer = .sgd
        $0.learningRate = 1e9
      }
    }
  }

  @Test func `the exploration floor spares moves that turned out well`() throws
  {
    // Own successes alone, without a baseline: no advantage is negative.
    func weights(floor: Float) throws -> [Float] {
      try trained(320) {
        $0.estimator = .sampled
        ($0.rewards, $0.baseline) = (.positive, .none)
        $0.explorationFloor = floor
      }.network.parameters
    }
    #expect(try weights(floor: 1) == weights(floor: 0))
  }

  @Test func `hindsight counts by its weight`() throws {
    func weights(_ weight: Float?) throws -> [Float] {
      try trained(160) {
        $0.negatives = weight == nil ? .none : .hindsight
        $0.negativeWeight = weight ?? 1
      }.network.parameters
    }
    let (without, once) = try (weights(nil), weights(1))
    #expect(try weights(0) == without)
    #expect(once != without)
    #expect(try weights(2) != once)
  }

  @Test func `a best response is renewed every fifth update`() throws {
    var learner = try trained(0) { $0.exploiter = 0.5 }
    var replies: [JSON?] = []
    for _ in 0..<11 {
      try learner.update()
      let members = learner.checkpoint.members
      replies.append(members.first { $0.key == "exploiter" }?.value)
    }
    #expect(replies[0] != nil)
    let changes = (1..<11).filter { replies[$0] != replies[$0 - 1] }
    #expect(changes == [5, 10])
  }

  @Test func `an exploiter's results tell Q, and are no baseline`() throws {
    // The sides to move in the positions of one game's means.
    func sides(_ estimator: PolicyGradient.Recipe.Estimator) throws -> Set<Mark>
    {
      let learner = try trained(1) {
        $0.estimator = estimator
        ($0.exploiter, $0.batch) = (1, 1)
        ($0.openingPlies, $0.exploration) = (0, 0)
      }
      let means = learner.checkpoint.members.first { $0.key == "baseline" }
      return try Set(
        JSONField(#require(means).value).array().map { mean in
          try Position(mean.array()[0].string()).sideToMove
        }
      )
    }
    #expect(try sides(.allActions) == [.x, .o])
    #expect(try sides(.sampled).count == 1)
  }

  @Test func `all actions bring their own defaults`() {
    var recipe = PolicyGradient.Recipe()
    #expect(recipe.defaults == recipe && recipe.words == [])
    recipe.estimator = .allActions
    #expect(recipe.defaults == .allActions)
    #expect(PolicyGradient.Recipe.allActions.words == ["--actions", "all"])
    #expect(
      PolicyGradient.Recipe().withoutNegatives.words == ["--negatives", "none"]
    )
    #expect(
      recipe.words == [
        "--games", "200000", "--actions", "all", "--entropy", "0.2",
        "--final-entropy", "0.002", "--learning-rate", "0.012",
      ]
    )
  }

  @Test func `the same seed gives the same weights, another seed others`()
    throws
  {
    #expect(try trained(320).network == trained(320).network)
    #expect(try trained(320).network != trained(320, seed: 2).network)
  }

  @Test func `each choice changes the result`() throws {
    let changes: [(inout PolicyGradient.Recipe) -> Void] = [
      { $0.isCanonical = false }, { $0.games = 1000 }, { $0.batch = 8 },
      { $0.epochs = 3 }, { $0.openingPlies = 0 }, { $0.exploration = 0 },
      { $0.discount = 1 }, { $0.entropy = 0 }, { $0.finalEntropy = 0.1 },
      { $0.entropyDecay = 1 }, { $0.optimizer = .sgd },
      { $0.learningRate = 0.01 }, { $0.finalLearningRate = 0.001 },
    ]
    let ofSampled: [(inout PolicyGradient.Recipe) -> Void] = [
      { $0.explorationFloor = 1 }, { $0.baseline = .none },
      {
        $0.epochs = 3
        $0.clip = 0.01
      },
    ]
    func expectOthers(
      _ changes: [(inout PolicyGradient.Recipe) -> Void],
      _ actions: PolicyGradient.Recipe.Estimator
    ) throws {
      func weights(
        _ change: (inout PolicyGradient.Recipe) -> Void
      ) throws -> [Float] {
        try trained(96) {
          $0.estimator = actions
          change(&$0)
        }.network.parameters
      }
      let reference = try weights { _ in }
      for (index, change) in changes.enumerated() {
        let isOther = try weights(change) != reference
        #expect(isOther, "change \(index) with \(actions) actions")
      }
    }
    try expectOthers(changes + [{ $0.estimator = .sampled }], .allActions)
    try expectOthers(changes + ofSampled, .sampled)
  }
}
