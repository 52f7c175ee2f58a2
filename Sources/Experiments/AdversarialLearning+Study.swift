internal import Training

extension AdversarialLearning {
  /// The networks after all the steps of a recipe.
  ///
  /// - Throws: `Divergence` if a weight grows beyond all use.
  static func taught(
    _ recipe: Recipe,
    seed: UInt64,
    examples: [Example]
  ) throws(Divergence) -> AdversarialLearning {
    var learning = AdversarialLearning(
      recipe: recipe,
      seed: seed,
      examples: examples
    )
    while learning.steps < recipe.steps { try learning.update() }
    return learning
  }
}

extension Demonstrations {
  /// The moves seen, each drawn as often as it was made.
  var examples: [AdversarialLearning.Example] {
    entries.map { .init($0.position, move: $0.move, weight: $0.count) }
  }
}
