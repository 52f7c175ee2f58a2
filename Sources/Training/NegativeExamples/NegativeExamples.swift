package import NeuralNetwork
public import Players
public import TicTacToe

/// Learning from negative examples: a policy is told what to avoid, never what
/// to do.
///
/// Its state is a function of the recipe, the seed, the examples and the policy
/// it started from.
public struct NegativeExamples: Learner {
  /// Every choice of the run.
  public let recipe: Recipe

  /// The seed of the first weights and of every step.
  public let seed: UInt64

  /// What the examples say.
  public let knowledge: Knowledge

  /// Steps made.
  public internal(set) var steps = 0

  package internal(set) var network: Network
  var optimizer: any Optimizer
  private let encoding: Encoding
  private let lessons: [Lesson]
  private let anchors: [Lesson]

  /// A row of what is learned, and what the policy of old made of it.
  struct Lesson {
    let view: LabelledView
    let old: Categorical
  }

  /// Starts from random weights, or from a policy, whose encoding and head
  /// then count instead of the recipe's.
  ///
  /// A policy to start from is held to what it was on the positions of
  /// `anchors` without an example; by default those are all decisions.
  public init(
    recipe: Recipe,
    seed: UInt64,
    examples: [NegativeExample],
    start: NetworkPolicy? = nil,
    anchors: [Position] = StateSpace.ticTacToe.decisionPositions
  ) {
    precondition(!examples.isEmpty, "learning from no examples")
    var recipe = recipe
    if let start { recipe.adopt(start) }
    let adopted = recipe
    let encoding = start?.encoding ?? recipe.encoding
    self.recipe = adopted
    self.seed = seed
    knowledge = Knowledge(of: examples)
    self.encoding = encoding
    network = start?.network ?? recipe.network(seed: seed)
    optimizer = recipe.optimizer(for: network)
    let views = LabelledView.all(
      of: examples,
      recipe: recipe,
      encoding: encoding,
      seed: seed
    )
    let held = start == nil || recipe.anchor == 0 ? [] : anchors
    var known = Set(views.map(\.position))
    let others = held.compactMap { position -> LabelledView? in
      let view = encoding.view(of: position, group: .ticTacToe).position
      return known.insert(view).inserted ? LabelledView(position: view) : nil
    }
    var old = Batch()
    for view in views + others {
      encoding.append(view.position, to: &old)
    }
    network.evaluate(&old)
    let rows = (views + others).enumerated().map { row, view in
      Lesson(
        view: view,
        old: adopted.head.policy(
          of: old.outputs(ofRow: row),
          legal: view.position.legalMask
        )
      )
    }
    lessons = Array(rows.prefix(views.count))
    self.anchors = Array(rows.dropFirst(views.count))
  }

  /// The policy as trained so far.
  public var policy: NetworkPolicy {
    NetworkPolicy(
      name: recipe.model.rawValue,
      encoding: encoding,
      network: network,
      head: recipe.head
    )
  }

  package var done: Int { steps }
  package var updates: Int { steps }

  /// Positions, as the network sees them, in which its likeliest move is one
  /// it was told to avoid.
  public var mistakesLeft: Int {
    let batch = evaluate(lessons).batch
    return lessons.indices.count { row in
      let view = lessons[row].view
      let move = view.position.greedyMove(by: Array(batch.outputs(ofRow: row)))
      return move.map { view.bad >> UInt64($0.index) & 1 == 1 } ?? false
    }
  }

  /// Makes one step against the mean loss of some examples, and where there is
  /// an anchor against the mean relative entropy of some other positions.
  public mutating func update() throws(Divergence) {
    let progress = min(Float(steps) / Float(recipe.steps), 1)
    optimizer.learningRate = Schedule.linear(
      from: recipe.learningRate,
      to: recipe.finalLearningRate,
      at: progress
    )
    var rng = SeededGenerator(seed: seed, stream: UInt64(steps) + 1)
    let taught = draw(from: lessons, using: &rng)
    let held = draw(from: anchors, using: &rng)
    let (batch, policies) = evaluate(taught + held)
    var outputs: [Float] = []
    outputs.reserveCapacity(policies.count * 9)
    let losses = losses(taught, batch, policies, using: &rng)
    for loss in losses {
      let scale = 1 / Float(taught.count)
      outputs += loss.gradient.map { scale * $0 }
    }
    for (index, lesson) in held.enumerated() {
      let row = taught.count + index
      let loss = Loss.relativeEntropy(of: policies[row], from: lesson.old)
      let slopes = recipe.head.gradient(
        byOutputs: batch.outputs(ofRow: row),
        of: loss.gradient
      )
      let scale = recipe.anchor / Float(held.count)
      outputs += slopes.map { scale * $0 }
    }
    var gradient = [Float](repeating: 0, count: network.parameters.count)
    network.backpropagate(outputs, through: batch, into: &gradient)
    try Divergence.check(gradient: gradient, done: steps)
    network.step(against: gradient, by: &optimizer)
    try Divergence.check(network, done: steps)
    steps += 1
  }

  /// All rows where they fit into a batch, else some with replacement.
  private func draw(
    from rows: [Lesson],
    using rng: inout some RandomNumberGenerator
  ) -> [Lesson] {
    if rows.count <= recipe.batch { return rows }
    return (0..<recipe.batch).map { _ in rows[rng.next(below: rows.count)] }
  }

  private func evaluate(
    _ rows: [Lesson]
  ) -> (batch: Batch, policies: [Categorical]) {
    var batch = Batch()
    for row in rows { encoding.append(row.view.position, to: &batch) }
    network.evaluate(&batch)
    let policies = rows.indices.map {
      recipe.head.policy(
        of: batch.outputs(ofRow: $0),
        legal: rows[$0].view.position.legalMask
      )
    }
    return (batch, policies)
  }
}
