import Training

extension Workloads {
  /// Whole updates, from the start of the games to the step of the optimizer.
  func selfPlay() throws -> [Benchmark] {
    try [
      selfPlay("self-play 18-128-9, 16") { _ in },
      selfPlay("self-play 18-128-9, 32") { $0.batch = 32 },
      selfPlay("128, 32, empty board") {
        $0.batch = 32
        $0.openingPlies = 0
      },
      selfPlay("self-play 18-64-9, 32") {
        $0.batch = 32
        $0.hidden = 64
      },
      selfPlay("64, 32, sampled actions") {
        $0 = .sampled
        $0.batch = 32
        $0.hidden = 64
      },
      selfPlay("64, 32, empty board") {
        $0.batch = 32
        $0.hidden = 64
        $0.openingPlies = 0
      },
    ]
  }

  private func selfPlay(
    _ name: String, _ change: (inout PolicyGradient.Recipe) -> Void
  ) throws -> Benchmark {
    var recipe = PolicyGradient.Recipe()
    change(&recipe)
    recipe.games = 1_000_000_000
    var learner = PolicyGradient(recipe: recipe, seed: 1, on: board)
    return try Benchmark.measure(name, "games", seconds: seconds) {
      let before = learner.done
      for _ in 0..<4 { try learner.update() }
      return learner.done - before
    }
  }

  func negatives() throws -> Benchmark {
    let recipe = NegativeExamples.Recipe()
    var learner = NegativeExamples(
      recipe: recipe, seed: 1, on: board,
      examples: NegativeExamples.examples(for: recipe, seed: 1, on: board)
    )
    return try Benchmark.measure(
      "negative examples", "examples", seconds: seconds
    ) {
      for _ in 0..<8 { try learner.update() }
      return 8 * recipe.batch
    }
  }
}
