internal import Checkpoints
internal import NeuralNetwork
internal import Players
internal import TicTacToe

extension REINFORCE {
  /// The members of a checkpoint that hold the learner's whole state: the
  /// policy, the optimizer, the baseline and the counters. The generator needs
  /// none: game i draws from stream i + 1 of the seed.
  var members: [JSON.Member] {
    var optimizerMembers: [JSON.Member] = [
      .init(key: "name", value: JSON(recipe.optimizer.rawValue))
    ]
    if let adam = optimizer as? Adam {
      optimizerMembers += [
        .init(key: "steps", value: JSON(adam.steps)),
        .init(key: "means", value: JSON(adam.means)),
        .init(key: "squares", value: JSON(adam.squares)),
      ]
    }
    let means = baseline.means.sorted { $0.key.precedes($1.key) }
    return policy.members + [
      .init(key: "optimizer", value: .object(optimizerMembers)),
      .init(
        key: "baseline",
        value: .array(
          means.map { position, mean in
            [
              JSON(position.text), JSON(mean.count), JSON(mean.value),
            ]
          }
        )
      ),
      .init(
        key: "counters",
        value: ["games": JSON(games), "updates": JSON(updates)]
      ),
    ]
  }

  /// The keys of those members.
  static let keys =
    PolicyFile.modelKeys + ["optimizer", "baseline", "counters"]

  /// Continues from the members of a checkpoint.
  init(_ object: JSONObject, options: RunOptions) throws(JSONError) {
    self.init(recipe: options.recipe, seed: options.seed)
    let policy = try NetworkPolicy(object, name: recipe.model.rawValue)
    let fits =
      policy.encoding == recipe.encoding
      && policy.network.sizes == network.sizes
    guard fits else {
      throw try object.member("options").mismatch(
        "the options of a network of sizes \(policy.network.sizes)"
      )
    }
    network = policy.network
    let counters = try object.member("counters").object(
      keys: ["games", "updates"]
    )
    games = try counters.member("games").int(in: 0...recipe.games)
    updates = try counters.member("updates").int(in: 0...recipe.games)
    try restoreOptimizer(object.member("optimizer"))
    try restoreBaseline(object.member("baseline"))
  }

  private mutating func restoreOptimizer(
    _ field: JSONField
  ) throws(JSONError) {
    let isAdam = recipe.optimizer == .adam
    let state = try field.object(
      keys: ["name"] + (isAdam ? ["steps", "means", "squares"] : [])
    )
    _ = try state.member("name").choice([recipe.optimizer.rawValue])
    guard isAdam else { return }
    let count = network.parameters.count
    optimizer = Adam(
      learningRate: recipe.learningRate,
      steps: try state.member("steps").int(in: 0...mostCounted),
      means: try state.member("means").floats(count: count),
      squares: try state.member("squares").floats(count: count)
    )
  }

  private mutating func restoreBaseline(_ field: JSONField) throws(JSONError) {
    for entry in try field.array() {
      let parts = try entry.array(count: 3)
      let position: Position
      do {
        position = try Position(parts[0].string())
      } catch let error as JSONError {
        throw error
      } catch {
        throw parts[0].mismatch("a position such as X../.O./...")
      }
      baseline.restore(
        position,
        RunningMeans.Mean(
          count: try parts[1].int(in: 1...mostCounted),
          value: try parts[2].float()
        )
      )
    }
  }
}

/// More than any run counts, and far from overflow.
private let mostCounted = 1 << 48
