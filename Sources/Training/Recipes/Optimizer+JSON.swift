internal import Checkpoints
internal import NeuralNetwork
internal import Players

extension OptimizerName {
  func json(of optimizer: any Optimizer) -> JSON {
    let adam = optimizer as? Adam
    return [
      "name": JSON(rawValue),
      "steps": adam.map { JSON($0.steps) },
      "means": adam.map { JSON($0.means) },
      "squares": adam.map { JSON($0.squares) },
    ]
  }

  func restored(
    from field: JSONField, learningRate: Float, for network: Network
  ) throws(JSONError) -> any Optimizer {
    let isAdam = self == .adam
    let state = try field.object(
      keys: ["name"] + (isAdam ? ["steps", "means", "squares"] : [])
    )
    _ = try state.member("name").choice([rawValue])
    guard isAdam else { return SGD(learningRate: learningRate) }
    let count = network.parameters.count
    let squares = try state.member("squares")
    let values = try squares.floats(count: count)
    guard values.allSatisfy({ $0 >= 0 }) else {
      throw squares.mismatch("no negative number")
    }
    return Adam(
      learningRate: learningRate,
      steps: try state.member("steps").int(in: 0...mostCounted),
      means: try state.member("means").floats(count: count), squares: values
    )
  }
}

extension JSONObject {
  /// The network of a checkpoint, which must have the shape of the one that
  /// learning started from.
  func network(like start: NetworkPolicy) throws(JSONError) -> Network {
    let policy = try NetworkPolicy(self, name: start.name)
    let fits =
      policy.encoding == start.encoding && policy.head == start.head
      && policy.network.sizes == start.network.sizes
    guard fits else {
      throw try member("input").mismatch(
        "a network of sizes \(start.network.sizes), as the options say"
      )
    }
    return policy.network
  }
}

/// More than any run counts, and far from overflow.
let mostCounted = 1 << 48
