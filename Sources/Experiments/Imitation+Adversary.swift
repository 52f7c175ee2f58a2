internal import Evaluation
internal import TicTacToe
internal import Training

extension Imitations {
  /// How a discriminator of the expert's moves and the network's may teach:
  /// generative adversarial imitation, Ho & Ermon (2016).
  static let adversaries: [AdversarialLearning.Answer] = [
    .everyMove, .sampledMove,
  ]

  /// The figures of a network that must pass for the expert, move by move,
  /// after as many steps on the same games as cloning makes.
  ///
  /// Its boards are the expert's: of what an adversary may judge, only the
  /// moves are left.
  static func adversarial(
    _ answer: AdversarialLearning.Answer,
    _ condition: Condition,
    seed: UInt64,
    steps: Int
  ) throws(Divergence) -> [Double?] {
    var recipe = AdversarialLearning.Recipe()
    recipe.answer = answer
    recipe.isCanonical = condition["canonical"] == "on"
    recipe.steps = steps
    let watched = RunOptions.Watched.perfectPlay(
      games: condition.number("games"),
      seed: seed
    )
    let learning = try AdversarialLearning.taught(
      recipe,
      seed: seed,
      examples: watched.moves.examples
    )
    let judgement = Judgement(of: PolicyTable(of: learning.policy))
    let verdict = judgement.proof.verdict
    return [
      nil, nil, verdict == .perfect ? 1 : 0, verdict >= .unbeatable ? 1 : 0,
      judgement.accuracy, nil, judgement.proof.blunders.mass,
    ]
  }
}
