package import Checkpoints
package import NeuralNetwork
public import Players
internal import TicTacToe

/// Behaviour cloning: a network learns to answer each position as an expert
/// does, by backpropagation. The expert is the exact solution, or whoever
/// played the games that were watched. Pomerleau (1989).
///
/// Its state is a function of the recipe, the seed, what was watched and the
/// policy it started from.
public struct Imitation: Learner {
  /// Every choice of the run.
  public let recipe: Recipe

  /// What the expert does where it was seen, once a view.
  let lessons: [Lesson]

  private var supervision: Supervision

  /// How often each lesson is drawn.
  private let weights: CumulativeWeights

  /// Starts from random weights, or from a policy, whose encoding and head then
  /// count instead of the recipe's.
  ///
  /// Nothing watched stands for the exact solution, all optimal moves alike.
  ///
  /// - Precondition: the classes shown hold a position that was watched.
  public init(
    recipe: Recipe,
    seed: UInt64,
    watched: Demonstrations? = nil,
    start: NetworkPolicy? = nil
  ) {
    var recipe = recipe
    if let start { recipe.adopt(start) }
    self.recipe = recipe
    let supervision = Supervision(recipe: recipe, seed: seed, start: start)
    self.supervision = supervision
    lessons = Lesson.all(
      of: watched,
      recipe: recipe,
      encoding: supervision.encoding,
      seed: seed
    )
    precondition(!lessons.isEmpty, "cloning what was never seen")
    weights = CumulativeWeights(lessons.map(\.weight))
  }

  /// Steps made.
  public var steps: Int { supervision.steps }

  /// The policy as trained so far.
  public var policy: NetworkPolicy { supervision.policy }

  /// Positions that are shown, as the network sees them.
  public var positions: Int { lessons.count }

  package var network: Network { supervision.network }
  package var done: Int { steps }
  package var updates: Int { steps }

  /// Makes one step against the mean loss of some positions.
  public mutating func update() throws(Divergence) {
    var rng = supervision.generator
    let (rows, weights) = draw(using: &rng)
    let (batch, policies) = supervision.evaluate(rows.map(\.view))
    var outputs: [Float] = []
    for (row, lesson) in rows.enumerated() {
      let loss = lesson.loss(
        of: policies[row],
        outputs: batch.outputs(ofRow: row),
        recipe: recipe
      )
      outputs += loss.gradient.map { weights[row] * $0 }
    }
    try supervision.step(against: outputs, through: batch, by: recipe)
  }

  /// All lessons with their shares, where they fit into a batch; else some,
  /// drawn by them, all alike.
  private func draw(
    using rng: inout some RandomNumberGenerator
  ) -> (rows: [Lesson], weights: [Float]) {
    if lessons.count <= recipe.batch {
      let sum = Float(weights.sum)
      return (lessons, lessons.map { Float($0.weight) / sum })
    }
    let rows = (0..<recipe.batch).map { _ in
      lessons[weights.sampleIndex(using: &rng)]
    }
    return (rows, rows.map { _ in 1 / Float(rows.count) })
  }
}

extension Imitation {
  /// The members of a checkpoint that hold the learner's whole state.
  package var members: [JSON.Member] { supervision.members(by: recipe) }

  /// Starts what a run's options ask for.
  init(recipe: Recipe, options: RunOptions) {
    self.init(
      recipe: recipe,
      seed: options.seed,
      watched: options.watched?.moves,
      start: options.start?.policy
    )
  }

  /// Whether the classes that a recipe shows hold a move that was watched.
  static func isSeen(
    _ watched: Demonstrations,
    recipe: Recipe,
    seed: UInt64
  ) -> Bool {
    !Lesson.all(of: watched, recipe: recipe, encoding: .planes(), seed: seed)
      .isEmpty
  }

  /// Continues from the members of a checkpoint.
  init(
    _ object: JSONObject,
    recipe: Recipe,
    options: RunOptions
  ) throws(JSONError) {
    self.init(recipe: recipe, options: options)
    try supervision.restore(object, by: self.recipe)
  }
}
