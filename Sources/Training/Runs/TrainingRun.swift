public import Checkpoints
internal import Evaluation

/// A run of training: it learns until its goal is proven or its budget spent.
///
/// Its state is a function of the options and the games played; a run that was
/// saved and continued is the same run.
public struct TrainingRun: Sendable {
  /// What decides the result.
  public let options: RunOptions

  /// Who learns.
  public private(set) var learner: REINFORCE

  /// What was proven when.
  public private(set) var milestones: Milestones

  /// Starts a run.
  public init(_ options: RunOptions) {
    self.init(
      options,
      learner: REINFORCE(recipe: options.recipe, seed: options.seed),
      milestones: Milestones()
    )
  }

  init(_ options: RunOptions, learner: REINFORCE, milestones: Milestones) {
    self.options = options
    self.learner = learner
    self.milestones = milestones
  }

  /// Whether the goal holds; with `games` as the goal, never.
  public var hasReachedGoal: Bool {
    milestones[options.goal].since != nil
  }

  /// Whether there is nothing left to do.
  public var isDone: Bool { hasReachedGoal || learner.isSpent }

  /// Makes one update; evaluates, exactly, where one is due.
  ///
  /// - Throws: `Divergence`, after which the run cannot go on.
  public mutating func advance() throws(Divergence) -> Metrics? {
    precondition(!isDone, "a run advanced after its \(learner.games) games")
    let every = options.recipe.evaluateEvery
    let before = learner.games / every
    try learner.update()
    guard learner.isSpent || learner.games / every > before else { return nil }
    let metrics = evaluation
    milestones.record(metrics.proof, games: learner.games)
    return metrics
  }

  /// An exact evaluation of the policy as it is.
  public var evaluation: Metrics {
    Metrics(
      games: learner.games,
      updates: learner.updates,
      table: PolicyTable(of: learner.policy)
    )
  }

  /// The policy with its provenance.
  public func policyFile(version: String) -> PolicyFile {
    PolicyFile(
      policy: learner.policy,
      provenance: Provenance(
        command: options.command,
        method: "reinforce",
        seed: options.seed,
        effort: .games(learner.games),
        version: version
      )
    )
  }
}
