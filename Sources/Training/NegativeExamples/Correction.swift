public import Evaluation
public import Players

/// A policy corrected on the spot: taught to avoid some moves, and held to what
/// it was everywhere else.
///
/// The same as a run of `noughts train --continue --mistakes` with the same
/// seed and recipe, without its folder.
public struct Correction: Sendable {
  /// The corrected policy, under its old name.
  public let policy: NetworkPolicy

  /// The steps it took.
  public let steps: Int

  /// Whether none of the moves is the likeliest any more.
  public let isComplete: Bool

  /// What was fixed and what broke.
  public let comparison: Comparison

  /// What was proven before.
  public let before: Proof

  /// What is proven now.
  public let after: Proof

  /// Corrects a policy for 3×3, to be judged beside the one that it replaces:
  /// itself, unless another correction of it plays by now.
  ///
  /// - Throws: `Divergence` if its weights grow beyond all use.
  /// - Complexity: O(steps · batch · parameters).
  public init(
    of policy: NetworkPolicy,
    mistakes: [Mistake],
    replacing previous: NetworkPolicy? = nil,
    recipe: NegativeExamples.Recipe = NegativeExamples.Recipe(),
    seed: UInt64 = 1
  ) throws(Divergence) {
    var recipe = recipe
    recipe.source = .file
    let options = RunOptions(
      seed: seed,
      goal: .corrected,
      method: .negatives(recipe),
      start: RunOptions.Start(name: policy.name, policy: policy),
      mistakes: RunOptions.Mistakes(name: "", mistakes: mistakes)
    )
    var learner = NegativeExamples(recipe: recipe, options: options)
    while learner.mistakesLeft > 0, learner.steps < recipe.steps {
      try learner.update()
    }
    var corrected = learner.policy
    corrected.name = policy.name
    let (old, new) = (
      PolicyTable(of: previous ?? policy), PolicyTable(of: corrected)
    )
    self.policy = corrected
    steps = learner.steps
    isComplete = learner.mistakesLeft == 0
    comparison = Comparison(of: old, with: new)
    before = Proof(of: old)
    after = Proof(of: new)
  }
}
