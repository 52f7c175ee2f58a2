public import Checkpoints
internal import Evaluation
internal import Files
public import Players

/// A run of training: it learns until its goal is proven or its budget spent.
///
/// Its state is a function of the options and the games played; a run that was
/// saved and continued is the same run.
public struct TrainingRun: Sendable {
  /// What decides the result.
  public let options: RunOptions

  /// Who learns.
  package private(set) var learner: any Learner

  /// What was proven when.
  public private(set) var milestones: Milestones

  /// Starts a run.
  public init(_ options: RunOptions) {
    let learner: any Learner =
      switch options.method {
      case .reinforce(let recipe):
        REINFORCE(
          recipe: recipe,
          seed: options.seed,
          start: options.start?.policy
        )
      case .negatives(let recipe):
        NegativeExamples(recipe: recipe, options: options)
      case .clone(let recipe): Imitation(recipe: recipe, options: options)
      case .gail(let recipe):
        GAIL(
          recipe: recipe,
          seed: options.seed,
          watched: options.watched?.moves
        )
      }
    self.init(options, learner: learner, milestones: Milestones())
  }

  init(_ options: RunOptions, learner: any Learner, milestones: Milestones) {
    self.options = options
    self.learner = learner
    self.milestones = milestones
  }

  /// The policy as trained so far.
  public var policy: NetworkPolicy { learner.policy }

  /// Games played or steps made.
  public var done: Int { learner.done }

  /// Whether the budget is spent.
  public var isSpent: Bool { done >= options.method.budget }

  /// Whether the goal holds; with `games` or `steps` as the goal, never.
  public var hasReachedGoal: Bool {
    if options.goal == .corrected {
      return (learner as? NegativeExamples)?.mistakesLeft == 0
    }
    return milestones[options.goal].since != nil
  }

  /// Whether there is nothing left to do.
  public var isDone: Bool { hasReachedGoal || isSpent }

  /// Makes one update; evaluates, exactly, where one is due.
  ///
  /// - Throws: `Divergence`, after which the run cannot go on.
  public mutating func advance() throws(Divergence) -> Metrics? {
    precondition(!isDone, "a run advanced after its end, at \(done)")
    let every = options.method.evaluateEvery
    let before = done / every
    try learner.update()
    guard isDone || done / every > before else { return nil }
    let metrics = evaluation
    milestones.record(metrics.proof, at: done)
    return metrics
  }

  /// An exact evaluation of the policy as it is.
  public var evaluation: Metrics {
    Metrics(
      effort: effort,
      updates: learner.updates,
      table: PolicyTable(of: learner.policy)
    )
  }

  private var effort: Provenance.Effort {
    options.method.name == .reinforce ? .games(done) : .steps(done)
  }

  /// The policy with its provenance.
  public func policyFile(version: String) -> PolicyFile {
    PolicyFile(
      policy: learner.policy,
      provenance: Provenance(
        command: options.command,
        method: options.method.name.rawValue,
        seed: options.seed,
        effort: effort,
        version: version
      )
    )
  }
}
