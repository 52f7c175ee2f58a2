internal import Checkpoints
internal import NeuralNetwork
public import Players
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

/// The choices that learning from good moves and from bad ones share.
public struct SupervisedOptions: ModelOptions, Equatable {
  /// The share of the symmetry classes that is shown.
  public var fraction: Float = 1

  public var head: NetworkPolicy.Head = .softmax
  public var cost: Cost = .logarithm
  public var model: Model = .network
  public var hidden = 128
  public var isCanonical = true

  /// The budget in steps, over which the schedule runs.
  public var steps = 4000

  /// Examples a step: all of them if they fit, else some drawn with
  /// replacement.
  public var batch = 128

  public var optimizer: OptimizerName = .adam
  public var learningRate: Float = 0.003
  public var finalLearningRate: Float = 0.0003

  /// Steps between two exact evaluations.
  public var evaluateEvery = 100

  public init() {}

  /// Takes over the choices that a policy to start from fixes.
  mutating func adopt(_ start: NetworkPolicy) {
    model = start.encoding.inputs == .table ? .table : .network
    isCanonical = start.encoding.isCanonical
    hidden = start.network.sizes[1]
    head = start.head
  }

  /// The rows of a step: all of them if they fit, else some of them, each drawn
  /// by `index`.
  func rows<Row>(of all: [Row], index: () -> Int) -> [Row] {
    all.count <= batch ? all : (0..<batch).map { _ in all[index()] }
  }
}

/// The measure of a loss.
public enum Cost: String, Sendable, CaseIterable {
  /// Logarithms of probabilities.
  case logarithm = "log"

  /// Squares of errors, of sigmoid outputs: the historical network.
  case quadratic
}

/// A recipe with those choices, each reachable as if it were its own.
@dynamicMemberLookup
package protocol SupervisedRecipe: LearningMethod {
  var supervised: SupervisedOptions { get set }
}

extension SupervisedRecipe {
  package static var unit: BudgetUnit { .steps }
  package var budget: Int { supervised.steps }
  package var evaluateEvery: Int {
    get { supervised.evaluateEvery }
    set { supervised.evaluateEvery = newValue }
  }

  package subscript<Value>(
    dynamicMember path: WritableKeyPath<SupervisedOptions, Value>
  ) -> Value {
    get { supervised[keyPath: path] }
    set { supervised[keyPath: path] = newValue }
  }

  func costConflict(in options: RunOptions) -> RunOptions.Conflict? {
    let head = options.start?.policy.head ?? supervised.head
    let isQuadratic = supervised.cost == .quadratic
    return (head == .sigmoid) == isQuadratic
      ? nil
      : .init(
        option: "cost",
        expected: "quadratic with the sigmoid head, log with the softmax"
      )
  }
}

extension RecipeOption where Recipe: SupervisedRecipe {
  static var fraction: Self {
    RecipeOption(
      "fraction", .decimal(\.supervised.fraction, 0.01...1),
      "The share of the symmetry classes to learn from; the rest is held out."
    )
  }

  static var head: Self {
    .choice("head", \.supervised.head, "How outputs become probabilities.")
  }

  static var cost: Self {
    .choice(
      "cost", \.supervised.cost,
      "The measure of the loss; quadratic is for the sigmoid head."
    )
  }

  static var network: [Self] {
    [
      .model(\.supervised.model), .hidden(\.supervised.hidden),
      .canonical(\.supervised.isCanonical),
    ]
  }

  static var schedule: [Self] {
    [
      .steps(\.supervised.steps), .batch(\.supervised.batch),
      .optimizer(\.supervised.optimizer),
      .learningRate(\.supervised.learningRate),
      .finalLearningRate(\.supervised.finalLearningRate),
      .evaluateEvery(\.supervised.evaluateEvery),
    ]
  }
}
