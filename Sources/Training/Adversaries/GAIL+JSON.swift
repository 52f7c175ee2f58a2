package import Checkpoints
internal import Files
internal import NeuralNetwork
internal import Players

/// A checkpoint of it.
extension GAIL {
  /// The keys of its members.
  static let keys = Supervision.keys + ["discriminator"]

  /// The members that hold the whole state: both networks with their optimizers
  /// and the counter. The generator needs none: step i draws from stream i + 1
  /// of the seed.
  package var members: [JSON.Member] {
    policy.members + [
      .init(
        key: "optimizer",
        value: OptimizerName.adam.json(of: learning.optimizers[0])
      ),
      .init(
        key: "discriminator",
        value: .object(
          judge.members + [
            .init(
              key: "optimizer",
              value: OptimizerName.adam.json(
                of: learning.discriminator.optimizer
              )
            )
          ]
        )
      ),
      .init(key: "counters", value: ["steps": JSON(steps)]),
    ]
  }

  /// The discriminator's network, which has the inputs and outputs of a policy:
  /// a projection scores each move of a board by one output.
  private var judge: NetworkPolicy {
    NetworkPolicy(
      name: "discriminator",
      encoding: learning.discriminator.encoding,
      network: learning.discriminator.network
    )
  }

  /// Continues from the members of a checkpoint.
  init(
    _ object: JSONObject,
    recipe: Recipe,
    options: RunOptions
  ) throws(JSONError) {
    self.init(
      recipe: recipe,
      seed: options.seed,
      watched: options.watched?.moves
    )
    learning.predictors[0] = try object.network(like: policy)
    learning.optimizers[0] = try OptimizerName.adam.restored(
      from: object.member("optimizer"),
      learningRate: recipe.learningRate,
      for: network
    )
    let judged = try object.member("discriminator").object(
      keys: PolicyFile.modelKeys + ["optimizer"]
    )
    learning.discriminator.network = try judged.network(like: judge)
    learning.discriminator.optimizer = try OptimizerName.adam.restored(
      from: judged.member("optimizer"),
      learningRate: recipe.discriminatorRate,
      for: learning.discriminator.network
    )
    let counters = try object.member("counters").object(keys: ["steps"])
    learning.steps = try counters.member("steps").int(in: 0...recipe.steps)
  }
}
