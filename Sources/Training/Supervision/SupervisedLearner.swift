internal import Checkpoints
internal import NeuralNetwork
internal import Players
internal import TicTacToe

/// A network taught step by step from labeled positions: the part that learning
/// from good moves and from bad ones share. Labels and losses differ.
struct SupervisedLearner: Sendable {
  let options: SupervisedOptions

  /// How the network sees a position: the policy's to start from, if there is
  /// one, else that of the options.
  let encoding: Encoding

  /// The seed of the first weights and of every step.
  let seed: UInt64

  private let head: NetworkPolicy.Head
  private var network: Network
  private var optimizer: any Optimizer
  private(set) var steps = 0

  init(
    _ options: SupervisedOptions, seed: UInt64, on board: Board,
    start: NetworkPolicy?
  ) {
    self.options = options
    self.seed = seed
    encoding = start?.encoding ?? options.encoding(on: board)
    head = start?.head ?? options.head
    network = start?.network ?? options.network(seed: seed, encoding)
    optimizer = options.optimizer(for: network)
  }

  var policy: NetworkPolicy {
    NetworkPolicy(
      name: options.model.rawValue, encoding: encoding, network: network,
      head: head
    )
  }

  /// The generator of the next step: stream i + 1 of the seed for step i.
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
  /// - Throws: `Divergence` if a weight or a gradient exceeds its bound.
  mutating func step(
    against outputs: [Float], through batch: Batch
  ) throws(Divergence) {
    optimizer.learningRate = Schedule.linear(
      from: options.learningRate, to: options.finalLearningRate,
      at: min(Float(steps) / Float(options.steps), 1)
    )
    let gradient = network.parameterGradient(of: outputs, through: batch)
    try Divergence.check(gradient: gradient, done: steps)
    network.step(against: gradient, by: &optimizer)
    try Divergence.check(network, done: steps)
    steps += 1
  }

  /// The policy, the optimizer and the counter. The examples are made again
  /// from the options.
  var checkpoint: JSONObject {
    JSONObject(
      policy.members
        + JSON.members([
          "optimizer": options.optimizer.json(of: optimizer),
          "counters": ["steps": JSON(steps)],
        ])
    )
  }

  mutating func restore(_ checkpoint: JSONObject) throws(JSONError) {
    network = try checkpoint.network(like: policy)
    optimizer = try options.optimizer.restored(
      from: checkpoint.member("optimizer"), learningRate: options.learningRate,
      for: network
    )
    let counters = try checkpoint.member("counters").object(keys: ["steps"])
    steps = try counters.member("steps").int(in: 0...options.steps)
  }
}
