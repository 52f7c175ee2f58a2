public import Checkpoints
internal import Evaluation
internal import Files
public import Players

/// A run of training: it learns until its goal is proven or its budget spent.
///
/// The state is a function of the options and of the games or steps done: a run
/// that was saved and continued ends with the same bytes.
public struct TrainingRun: Sendable {
  public let options: RunOptions
  package private(set) var learner: any Learner
  public private(set) var milestones: Milestones

  public init(_ options: RunOptions) {
    self.init(
      options, learner: options.recipe.learner(for: options),
      milestones: Milestones()
    )
  }

  init(_ options: RunOptions, learner: any Learner, milestones: Milestones) {
    self.options = options
    self.learner = learner
    self.milestones = milestones
  }

  public var policy: NetworkPolicy { learner.policy }
  public var done: Int { learner.done }
  public var isBudgetExhausted: Bool { done >= options.recipe.budget }

  /// Whether the goal holds; with `games` or `steps` as the goal, never.
  public var hasReachedGoal: Bool {
    if options.goal == .corrected { return learner.mistakesLeft == 0 }
    return milestones[options.goal].since != nil
  }

  /// Whether there is nothing left to do.
  public var isDone: Bool { hasReachedGoal || isBudgetExhausted }

  /// Makes one update, and an exact evaluation if one is due.
  ///
  /// - Throws: `Divergence`, after which the run cannot go on.
  public mutating func advance() throws(Divergence) -> Metrics? {
    precondition(!isDone, "a run advanced after its end, at \(done)")
    let every = options.recipe.evaluateEvery
    let before = done / every
    try learner.update()
    guard isDone || done / every > before else { return nil }
    let metrics = evaluation
    milestones.record(metrics.proof, at: done)
    return metrics
  }

  public var evaluation: Metrics {
    Metrics(
      effort: effort, updates: learner.updates, policy: learner.policy,
      on: options.board
    )
  }

  private var effort: Provenance.Effort {
    type(of: options.recipe).unit.effort(done)
  }

  /// - Parameter command: The command of the run; nil stands for the normal form
  ///   of its options.
  public func policyFile(
    command: String? = nil, version: String
  ) -> PolicyFile {
    PolicyFile(
      policy: learner.policy,
      provenance: Provenance(
        command: command ?? options.command, method: options.method,
        seed: options.seed,
        effort: effort, version: version
      )
    )
  }
}
