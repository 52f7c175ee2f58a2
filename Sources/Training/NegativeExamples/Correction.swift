public import Evaluation
public import Players
public import TicTacToe

/// A policy corrected on the spot: taught to avoid some moves, and held to its
/// old probabilities elsewhere: everywhere on 3×3, on a bigger board in the
/// positions of random games.
///
/// On 3×3 the result is that of `noughts train --continue --mistakes` with the
/// same seed and recipe.
public struct Correction: Sendable {
  /// How good a policy is.
  public struct Standing: Sendable, Equatable {
    /// What is proven; nil if nothing is.
    public let verdict: Verdict?

    /// The positions misplayed; nil where not every position is judged.
    public let misplayed: Int?

    /// The positions walked; nil where every position is judged.
    public let walked: Int?

    init(_ judgment: Judgment) {
      verdict = judgment.verdict
      switch judgment {
      case .exact(_, let proof):
        misplayed = proof.blunders.count
        walked = nil
      case .walked(let proof, _):
        misplayed = nil
        walked = proof.evaluations
      }
    }
  }

  /// The corrected policy, under its old name.
  public let policy: NetworkPolicy

  public let steps: Int

  /// Whether the policy no longer prefers any of the moves.
  public let isComplete: Bool

  /// What changed in every position; nil beyond 3×3.
  public let comparison: Comparison?

  public let before: Standing
  public let after: Standing

  /// The positions that hold a policy on a bigger board.
  private static let anchorCount = 1_000

  /// Corrects a policy and compares the result with the policy that it
  /// replaces: the same one, or an earlier correction of it.
  ///
  /// - Throws: `Divergence` if a weight or a gradient exceeds its bound.
  /// - Complexity: O(steps · batch · parameters), and two judgments.
  public init(
    of policy: NetworkPolicy, on board: Board, mistakes: [Mistake],
    replacing previous: NetworkPolicy? = nil,
    recipe: NegativeExamples.Recipe = NegativeExamples.Recipe(),
    seed: UInt64 = 1
  ) throws(Divergence) {
    var recipe = recipe
    recipe.source = .file
    let isEnumerated = board.scope == .graph
    var learner = NegativeExamples(
      recipe: recipe,
      seed: seed,
      on: board,
      examples: isEnumerated
        ? NegativeExamples.examples(
          for: recipe, seed: seed, on: board, mistakes: mistakes
        ) : NegativeExample.all(of: mistakes, under: board.group),
      start: policy,
      anchors: isEnumerated
        ? nil : Correction.anchors(on: board.rules, seed: seed)
    )
    while learner.mistakesLeft != 0, learner.steps < recipe.steps {
      try learner.update()
    }
    var corrected = learner.policy
    corrected.name = policy.name
    let previous = previous ?? policy
    self.policy = corrected
    steps = learner.steps
    isComplete = learner.mistakesLeft == 0
    guard isEnumerated else {
      comparison = nil
      before = Standing(Judgment(of: previous, on: board, for: .corrected))
      after = Standing(Judgment(of: corrected, on: board, for: .corrected))
      return
    }
    let old = PolicyTable(of: previous, in: board.states)
    let new = PolicyTable(of: corrected, in: board.states)
    comparison = Comparison(of: old, with: new, on: board)
    before = Standing(.exact(old, Proof(of: old, on: board)))
    after = Standing(.exact(new, Proof(of: new, on: board)))
  }

  private static func anchors(on rules: Rules, seed: UInt64) -> [Position] {
    var rng = SeededGenerator(seed: seed, stream: RandomStream.draws)
    return (0..<anchorCount).map { _ in rules.randomDecision(using: &rng) }
  }
}

extension NegativeExample {
  /// The moves of mistakes in every image of their positions, in their order.
  fileprivate static func all(
    of mistakes: [Mistake], under group: SymmetryGroup
  ) -> [NegativeExample] {
    var bad: [Position: Bitboard] = [:]
    var order: [Position] = []
    for mistake in mistakes {
      let position = bad.insert(mistake, under: group)
      if !order.contains(position) { order.append(position) }
    }
    return order.flatMap { position in
      var seen: Set<Position> = []
      return group.symmetries.indices.compactMap {
        number -> NegativeExample? in
        let image = group.image(of: position, under: number)
        guard seen.insert(image).inserted else { return nil }
        return NegativeExample(
          position: image,
          bad: group.image(of: bad[position] ?? [], under: number)
        )
      }
    }
  }
}
