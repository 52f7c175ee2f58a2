/// The choices of a way of learning that counts steps on examples.
public protocol SteppedRecipe: LearningRecipe {
  /// The budget in steps, over which the schedule runs.
  var steps: Int { get set }

  /// Examples a step.
  var batch: Int { get set }

  /// Steps between two exact evaluations.
  var evaluateEvery: Int { get set }
}

/// The options that every such recipe has.
extension RecipeOption where Recipe: SteppedRecipe {
  static var steps: Self {
    RecipeOption(
      "steps",
      .integer(\.steps, 1...100_000_000),
      "The budget in steps, over which the schedule runs."
    )
  }

  static var batch: Self {
    RecipeOption("batch", .integer(\.batch, 1...4096), "Examples a step.")
  }

  static var evaluateEvery: Self {
    RecipeOption(
      "evaluate-every",
      .integer(\.evaluateEvery, 1...1_000_000_000),
      "Steps between two exact evaluations."
    )
  }
}
