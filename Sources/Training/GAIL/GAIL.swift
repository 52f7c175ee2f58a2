package import Checkpoints
internal import Files
internal import NeuralNetwork
public import Players
public import TicTacToe

/// Generative adversarial imitation of single decisions: a policy learns to
/// pass for an expert before a discriminator, which learns to tell the expert's
/// moves from the policy's. Ho & Ermon (2016).
///
/// The boards are the expert's, so that nothing but the moves is left to judge:
/// it is the cloning of ``Imitation`` with a learned loss. The state is a
/// function of the recipe, the seed and the demonstrations.
public struct GAIL: Learner {
  public let recipe: Recipe
  private var learning: AdversarialLearning

  /// Without demonstrations the expert is the exact solution, all optimal moves
  /// alike.
  ///
  /// - Precondition: the demonstrations hold a move.
  public init(
    recipe: Recipe, seed: UInt64, on board: Board,
    watched: Demonstrations? = nil
  ) {
    var shares = Imitation.Recipe()
    shares.target = .soft
    let examples = Imitation.examples(
      of: watched, recipe: shares,
      encoding: .planes(board.rules, isCanonical: recipe.isCanonical),
      seed: seed, on: board
    )
    self.recipe = recipe
    learning = AdversarialLearning(
      recipe: recipe.adversarial, seed: seed, examples: examples
    )
  }

  public var steps: Int { learning.steps }

  /// Positions that are shown, as the networks see them.
  public var positions: Int { learning.examples.count }

  package var done: Int { steps }

  public var policy: NetworkPolicy {
    var policy = learning.policy
    policy.name = Model.network.rawValue
    return policy
  }

  public mutating func update() throws(Divergence) { try learning.update() }

  /// The discriminator's network, which has the inputs and outputs of a policy:
  /// a projection scores each move of a board by one output.
  private var judge: NetworkPolicy {
    NetworkPolicy(
      name: "discriminator", encoding: learning.discriminator.encoding,
      network: learning.discriminator.network
    )
  }

  package static let checkpointKeys = [
    "optimizer", "discriminator", "counters",
  ]

  /// Both networks with their optimizers, and the counter. No generator is
  /// needed: step i draws from stream i + 1 of the seed.
  package var checkpoint: JSONObject {
    let adam = OptimizerName.adam
    let discriminator = learning.discriminator.optimizer
    return JSONObject(
      policy.members
        + JSON.members([
          "optimizer": adam.json(of: learning.optimizers[0]),
          "discriminator": .object(
            judge.members
              + JSON.members(["optimizer": adam.json(of: discriminator)])
          ),
          "counters": ["steps": JSON(steps)],
        ])
    )
  }

  package mutating func restore(_ checkpoint: JSONObject) throws(JSONError) {
    let adam = OptimizerName.adam
    let network = try checkpoint.network(like: policy)
    learning.predictors = [network]
    learning.optimizers[0] = try adam.restored(
      from: checkpoint.member("optimizer"), learningRate: recipe.learningRate,
      for: network
    )
    let judged = try checkpoint.member("discriminator").object(
      keys: PolicyFile.modelKeys + ["optimizer"]
    )
    let judge = try judged.network(like: judge)
    learning.discriminator.network = judge
    learning.discriminator.optimizer = try adam.restored(
      from: judged.member("optimizer"), learningRate: recipe.discriminatorRate,
      for: judge
    )
    let counters = try checkpoint.member("counters").object(keys: ["steps"])
    learning.steps = try counters.member("steps").int(in: 0...recipe.steps)
  }
}
