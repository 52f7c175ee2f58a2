import Evaluation
import NeuralNetwork
import Players
import Testing
import Training

@Suite struct REINFORCETests {
  private func trained(
    _ games: Int,
    seed: UInt64 = 1,
    _ change: (inout REINFORCE.Recipe) -> Void = { _ in }
  ) throws -> REINFORCE {
    var recipe = REINFORCE.Recipe()
    recipe.hidden = 16
    change(&recipe)
    var learner = REINFORCE(recipe: recipe, seed: seed)
    while learner.games < games { try learner.update() }
    return learner
  }

  private func nashConv(_ learner: REINFORCE) -> Double {
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

  @Test func `weights beyond all use are a divergence`() {
    #expect(throws: Divergence.self) {
      _ = try trained(1000) {
        $0.optimizer = .sgd
        $0.learningRate = 1e9
      }
    }
  }

  @Test func `the same seed gives the same weights, another seed others`()
    throws
  {
    #expect(try trained(320).network == trained(320).network)
    #expect(try trained(320).network != trained(320, seed: 2).network)
  }

  @Test func `each choice changes the result`() throws {
    let changes: [(inout REINFORCE.Recipe) -> Void] = [
      { $0.isCanonical = false }, { $0.games = 1000 }, { $0.batch = 8 },
      { $0.epochs = 3 }, { $0.openingPlies = 0 }, { $0.exploration = 0 },
      { $0.discount = 1 }, { $0.entropy = 0 }, { $0.finalEntropy = 0.1 },
      { $0.entropyDecay = 1 }, { $0.optimizer = .sgd },
      { $0.learningRate = 0.01 }, { $0.finalLearningRate = 0.001 },
    ]
    let ofSampled: [(inout REINFORCE.Recipe) -> Void] = [
      { $0.explorationFloor = 1 }, { $0.baseline = .none },
      {
        $0.epochs = 3
        $0.clip = 0.01
      },
    ]
    func expectOthers(
      _ changes: [(inout REINFORCE.Recipe) -> Void],
      _ actions: REINFORCE.Recipe.Actions
    ) throws {
      func weights(
        _ change: (inout REINFORCE.Recipe) -> Void
      ) throws -> [Float] {
        try trained(480) {
          $0.actions = actions
          change(&$0)
        }.network.parameters
      }
      let reference = try weights { _ in }
      for (index, change) in changes.enumerated() {
        let isOther = try weights(change) != reference
        #expect(isOther, "change \(index) with \(actions) actions")
      }
    }
    try expectOthers(changes + [{ $0.actions = .sampled }], .all)
    try expectOthers(changes + ofSampled, .sampled)
  }
}
