package import Checkpoints
internal import Files
internal import NeuralNetwork
internal import Players
internal import TicTacToe

extension REINFORCE {
  /// The members of a checkpoint that hold the learner's whole state: the
  /// policy, the optimizer, the baseline and the counters. The generator needs
  /// none: game i draws from stream i + 1 of the seed.
  package var members: [JSON.Member] {
    let means = zip(StateSpace.ticTacToe.positions, baseline.means)
      .filter { $1.count > 0 }
      .sorted { $0.0.precedes($1.0) }
    return policy.members + [
      .init(key: "optimizer", value: recipe.optimizer.json(of: optimizer)),
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
    ] + (exploiter.isEmpty ? [] : [exploiterMember])
  }

  /// The keys of those members.
  static let keys =
    PolicyFile.modelKeys + ["optimizer", "baseline", "counters", "exploiter"]

  /// The squares that the exploiter takes, a digit for each decision.
  private var exploiterMember: JSON.Member {
    let space = StateSpace.ticTacToe
    let squares = space.decisions.map {
      "\(space.move(along: Int(exploiter[$0])).index)"
    }
    return .init(key: "exploiter", value: JSON(squares.joined()))
  }

  private mutating func restoreExploiter(
    _ field: JSONField
  ) throws(JSONError) {
    let space = StateSpace.ticTacToe
    let squares = try field.string().utf8.map { Square(Int($0) - 0x30) }
    var replies = [Int32](repeating: -1, count: space.positions.count)
    for (number, square) in zip(space.decisions, squares) {
      let edge = space.edges(of: number).first {
        space.move(along: $0) == square
      }
      if let edge { replies[number] = Int32(edge) }
    }
    guard squares.count == space.decisions.count,
      space.decisions.allSatisfy({ replies[$0] >= 0 })
    else {
      throw field.mismatch(
        "the square of a legal move for each of \(space.decisions.count) positions"
      )
    }
    exploiter = replies
  }

  /// Continues from the members of a checkpoint.
  init(
    _ object: JSONObject,
    recipe: Recipe,
    options: RunOptions
  ) throws(JSONError) {
    self.init(recipe: recipe, seed: options.seed, start: options.start?.policy)
    network = try object.network(like: policy)
    optimizer = try recipe.optimizer.restored(
      from: object.member("optimizer"),
      learningRate: recipe.learningRate,
      for: network
    )
    let counters = try object.member("counters").object(
      keys: ["games", "updates"]
    )
    games = try counters.member("games").int(in: 0...recipe.games)
    let batches = (games + recipe.batch - 1) / recipe.batch
    guard games == recipe.games || games % recipe.batch == 0 else {
      throw try counters.member("games").mismatch(
        "a multiple of \(recipe.batch), the games an update"
      )
    }
    updates = try counters.member("updates").int(in: batches...batches)
    try restoreBaseline(object.member("baseline"))
    if recipe.exploiter > 0, updates > 0 {
      try restoreExploiter(object.member("exploiter"))
    }
  }

  private mutating func restoreBaseline(_ field: JSONField) throws(JSONError) {
    for entry in try field.array() {
      let parts = try entry.array(count: 3)
      let space = StateSpace.ticTacToe
      let text = try parts[0].string()
      guard let position = try? Position(text),
        let number = space.number(of: position)
      else {
        throw parts[0].mismatch("a position such as X../.O./...")
      }
      guard space.outcomes[number] == nil, baseline.means[number].count == 0
      else {
        throw parts[0].mismatch("a position that is not over, each once")
      }
      let value = try parts[2].float()
      guard value.magnitude <= 1 else {
        throw parts[2].mismatch("a mean return from -1 to 1")
      }
      baseline.means[number] = RunningMeans.Mean(
        count: try parts[1].int(in: 1...mostCounted),
        value: value
      )
    }
  }
}
