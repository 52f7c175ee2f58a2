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

  var supervision: Supervision
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
    self.recipe = recipe
    self.seed = seed
    knowledge = Knowledge(of: examples)
    let supervision = Supervision(recipe: recipe, seed: seed, start: start)
    self.supervision = supervision
    let encoding = supervision.encoding
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
    let old = supervision.evaluate((views + others).map(\.position)).policies
    let rows = zip(views + others, old).map { Lesson(view: $0, old: $1) }
    lessons = Array(rows.prefix(views.count))
    self.anchors = Array(rows.dropFirst(views.count))
  }

  /// Steps made.
  public var steps: Int { supervision.steps }

  /// The policy as trained so far.
  public var policy: NetworkPolicy { supervision.policy }

  package var network: Network { supervision.network }
  package var done: Int { steps }
  package var updates: Int { steps }

  /// Positions, as the network sees them, in which its likeliest move is one
  /// it was told to avoid.
  public var mistakesLeft: Int {
    let batch = evaluate(lessons).batch
    return lessons.indices.count { row in
      let view = lessons[row].view
      let move = view.position.greedyMove(by: batch.outputs(ofRow: row))
      return move.map { view.bad >> UInt64($0.index) & 1 == 1 } ?? false
    }
  }

  /// Makes one step against the mean loss of some examples, and where there is
  /// an anchor against the mean relative entropy of some other positions.
  public mutating func update() throws(Divergence) {
    var rng = supervision.generator
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
    try supervision.step(against: outputs, through: batch, by: recipe)
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
    supervision.evaluate(rows.map(\.view.position))
  }
}
