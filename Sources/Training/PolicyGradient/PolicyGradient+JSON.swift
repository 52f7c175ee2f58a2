internal import Checkpoints
internal import NeuralNetwork
internal import Players
internal import TicTacToe

extension PolicyGradient.State {
  /// The members of a checkpoint, but for the policy's.
  func members(
    _ recipe: PolicyGradient.Recipe, _ positions: GamePositions
  ) -> [JSON.Member] {
    let means = baseline.means.enumerated()
      .filter { $1.count > 0 }
      .map { (positions[$0], $1) }
      .sorted { $0.0.isOrderedBefore($1.0) }
      .map { position, mean -> JSON in
        [JSON(position.text), JSON(mean.count), JSON(mean.value)]
      }
    // The squares that the exploiter takes, a digit for each decision, after 9
    // the letters from a on.
    let squares = (exploiter.isEmpty ? nil : positions.graph).map { graph in
      graph.decisions.map {
        String(graph.move(along: Int(exploiter[$0])).index, radix: 36)
      }
    }
    return JSON.members([
      "optimizer": recipe.optimizer.json(of: optimizer),
      "baseline": .array(means),
      "counters": ["games": JSON(games), "updates": JSON(updates)],
      "exploiter": squares.map { JSON($0.joined()) },
    ])
  }

  /// Reads those members and the network, which must be like that of `start`.
  init(
    _ object: JSONObject, _ recipe: PolicyGradient.Recipe,
    like start: NetworkPolicy, in positions: inout GamePositions
  ) throws(JSONError) {
    network = try object.network(like: start)
    optimizer = try recipe.optimizer.restored(
      from: object.member("optimizer"), learningRate: recipe.learningRate,
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
    // Without games there is one update, which plays none.
    let most = recipe.games == 0 ? 1 : batches
    updates = try counters.member("updates").int(in: batches...most)
    baseline = try RunningMeans(object.member("baseline"), in: &positions)
    if recipe.exploiter > 0, updates > 0, let graph = positions.graph {
      exploiter = try graph.replies(object.member("exploiter"))
    }
  }
}

extension RunningMeans {
  /// Reads `[[position, count, mean], …]`.
  fileprivate init(
    _ field: JSONField, in positions: inout GamePositions
  ) throws(JSONError) {
    self.init(positions: positions.count)
    for entry in try field.array() {
      let parts = try entry.array(count: 3)
      guard
        let position = try? Position(
          parts[0].string(), rules: positions.rules
        ),
        let number = positions.insert(position)
      else {
        throw parts[0].mismatch("a position of \(positions.rules.name)")
      }
      while means.count <= number { means.append(Mean()) }
      guard position.outcome == nil, means[number].count == 0 else {
        throw parts[0].mismatch("a position that is not over, each once")
      }
      let value = try parts[2].float()
      guard value.magnitude <= 1 else {
        throw parts[2].mismatch("a mean return from -1 to 1")
      }
      means[number] = Mean(
        count: try parts[1].int(in: 1...mostCounted), value: value
      )
    }
  }
}

extension StateGraph {
  /// Reads a digit for each decision, the square of the reply; gives its edge,
  /// of shape [nodes].
  fileprivate func replies(_ field: JSONField) throws(JSONError) -> [Int32] {
    let squares = try field.string().map {
      Square(Int(String($0), radix: 36) ?? -1)
    }
    var replies = [Int32](repeating: -1, count: positions.count)
    for (number, square) in zip(decisions, squares) {
      let edge = edges(of: number).first { move(along: $0) == square }
      if let edge { replies[number] = Int32(edge) }
    }
    guard squares.count == decisions.count,
      decisions.allSatisfy({ replies[$0] >= 0 })
    else {
      throw field.mismatch(
        "the square of a legal move for each of \(decisions.count) positions"
      )
    }
    return replies
  }
}
