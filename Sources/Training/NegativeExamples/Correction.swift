public import Evaluation
public import Players
public import TicTacToe

/// A policy corrected on the spot: taught to avoid some moves, and held to its
/// old probabilities everywhere else.
///
/// The result is that of `noughts train --continue --mistakes` with the same
/// seed and recipe.
public struct Correction: Sendable {
  /// The corrected policy, under its old name.
  public let policy: NetworkPolicy

  public let steps: Int

  /// Whether the policy no longer prefers any of the moves.
  public let isComplete: Bool

  public let comparison: Comparison
  public let before: Proof
  public let after: Proof

  /// Corrects a policy and compares the result with the policy that it
  /// replaces: the same one, or an earlier correction of it.
  ///
  /// - Throws: `Divergence` if a weight or a gradient exceeds its bound.
  /// - Complexity: O(steps · batch · parameters).
  public init(
    of policy: NetworkPolicy, on board: Board, mistakes: [Mistake],
    replacing previous: NetworkPolicy? = nil,
    recipe: NegativeExamples.Recipe = NegativeExamples.Recipe(),
    seed: UInt64 = 1
  ) throws(Divergence) {
    var recipe = recipe
    recipe.source = .file
    var learner = NegativeExamples(
      recipe: recipe,
      seed: seed,
      on: board,
      examples: NegativeExamples.examples(
        for: recipe, seed: seed, on: board, mistakes: mistakes
      ),
      start: policy
    )
    while learner.mistakesLeft != 0, learner.steps < recipe.steps {
      try learner.update()
    }
    var corrected = learner.policy
    corrected.name = policy.name
    let old = PolicyTable(of: previous ?? policy, in: board.states)
    let new = PolicyTable(of: corrected, in: board.states)
    self.policy = corrected
    steps = learner.steps
    isComplete = learner.mistakesLeft == 0
    comparison = Comparison(of: old, with: new, on: board)
    before = Proof(of: old, on: board)
    after = Proof(of: new, on: board)
  }
}
