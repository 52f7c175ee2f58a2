internal import Checkpoints
internal import Files
internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// A network taught step by step from labelled positions: all that learning
/// from good moves and from bad ones share. They differ in the labels and the
/// losses.
struct Supervision: Sendable {
  /// How the network sees a position.
  let encoding: Encoding

  /// What a policy is made of its outputs.
  let head: NetworkPolicy.Head

  /// The seed of the first weights and of every step.
  let seed: UInt64

  /// The network.
  private(set) var network: Network

  /// Steps made.
  private(set) var steps = 0

  private let name: String
  private var optimizer: any Optimizer

  /// Starts from random weights, or from a policy, whose encoding and head then
  /// count instead of the recipe's.
  init(recipe: some SupervisedRecipe, seed: UInt64, start: NetworkPolicy?) {
    self.seed = seed
    encoding = start?.encoding ?? recipe.encoding
    head = start?.head ?? recipe.head
    name = recipe.model.rawValue
    network = start?.network ?? recipe.network(seed: seed)
    optimizer = recipe.optimizer(for: network)
  }

  /// The policy as taught so far.
  var policy: NetworkPolicy {
    NetworkPolicy(name: name, encoding: encoding, network: network, head: head)
  }

  /// What the next step draws from: step i from stream i + 1 of the seed.
  var generator: SeededGenerator {
    SeededGenerator(seed: seed, stream: UInt64(steps) + 1)
  }

  /// The network's outputs for positions as it sees them, and its policies.
  func evaluate(
    _ views: some Sequence<Position>
  ) -> (batch: Batch, policies: [Categorical]) {
    var batch = Batch()
    var legal: [UInt64] = []
    for view in views {
      encoding.append(view, to: &batch)
      legal.append(view.legalMask)
    }
    network.evaluate(&batch)
    let policies = legal.indices.map {
      head.policy(of: batch.outputs(ofRow: $0), legal: legal[$0])
    }
    return (batch, policies)
  }

  /// Makes one step against the gradient by every output of an evaluated batch,
  /// of shape [rows, outputs].
  ///
  /// - Throws: `Divergence` if a weight grows beyond all use.
  mutating func step(
    against outputs: [Float],
    through batch: Batch,
    by recipe: some SupervisedRecipe
  ) throws(Divergence) {
    optimizer.learningRate = Schedule.linear(
      from: recipe.learningRate,
      to: recipe.finalLearningRate,
      at: min(Float(steps) / Float(recipe.steps), 1)
    )
    var gradient = [Float](repeating: 0, count: network.parameters.count)
    network.backpropagate(outputs, through: batch, into: &gradient)
    try Divergence.check(gradient: gradient, done: steps)
    network.step(against: gradient, by: &optimizer)
    try Divergence.check(network, done: steps)
    steps += 1
  }
}

/// A checkpoint of it.
extension Supervision {
  /// The keys of its members.
  static let keys = PolicyFile.modelKeys + ["optimizer", "counters"]

  /// The members that hold the whole state: the policy, the optimizer and the
  /// counter. The examples are made again from the options.
  func members(by recipe: some SupervisedRecipe) -> [JSON.Member] {
    policy.members + [
      .init(key: "optimizer", value: recipe.optimizer.json(of: optimizer)),
      .init(key: "counters", value: ["steps": JSON(steps)]),
    ]
  }

  /// Goes on from those members.
  mutating func restore(
    _ object: JSONObject,
    by recipe: some SupervisedRecipe
  ) throws(JSONError) {
    network = try object.network(like: policy)
    optimizer = try recipe.optimizer.restored(
      from: object.member("optimizer"),
      learningRate: recipe.learningRate,
      for: network
    )
    let counters = try object.member("counters").object(keys: ["steps"])
    steps = try counters.member("steps").int(in: 0...recipe.steps)
  }
}
