internal import Training

extension LabelAdversary {
  typealias Recipe = AdversarialLearning.Recipe

  /// The recipes by name.
  static let recipes:
    [(name: String, change: @Sendable (inout Recipe) -> Void)] = [
      ("untrained", { $0.steps = 0 }),
      (baseline, { ($0.adversaryWeight, $0.crossEntropyWeight) = (0, 1) }),
      (essay, { $0 = failing($0, .oneHot) }),
      ("… soft truth", { $0 = failing($0, .soft) }),
      ("concatenating", { $0 = plain($0, .concatenating) }),
      ("vector-only", { $0 = plain($0, .vectorOnly) }),
      ("projection", { $0 = plain($0) }),
      (recipe, { _ in }),
      (
        "projection slow",
        {
          $0 = plain($0)
          $0.discriminatorRate = slow
        }
      ),
      (
        "projection slow R1",
        {
          $0 = plain($0)
          $0.discriminatorRate = slow
          $0.regularization.penalty = 1
        }
      ),
      (
        "projection saturating",
        {
          $0 = plain($0)
          $0.objective = .saturating
        }
      ),
      (
        "projection 5 to 1",
        {
          $0 = plain($0)
          $0.discriminatorSteps = 5
        }
      ),
      (
        "projection one-hot truth",
        {
          $0 = plain($0)
          $0.truth = .oneHot
        }
      ),
      (
        "projection soft truth",
        {
          $0 = plain($0)
          $0.truth = .soft
        }
      ),
      (
        "projection noise",
        {
          $0 = plain($0)
          $0.noise = 0.1
        }
      ),
      (
        "projection smoothing",
        {
          $0 = plain($0)
          $0.regularization.smoothing = 0.1
        }
      ),
      ("moves: every one", { $0.answer = .everyMove }),
      ("moves: drawn", { $0.answer = .sampledMove }),
    ]

  /// One step to one, the discriminator's the longer ones, nothing regularized.
  private static func plain(
    _ recipe: Recipe,
    _ form: Discriminator.Form = .projection
  ) -> Recipe {
    var recipe = recipe
    recipe.form = form
    recipe.regularization = .init()
    recipe.discriminatorSteps = 1
    recipe.discriminatorRate = 0.01
    return recipe
  }

  /// The form that failed: five steps to one, the minimax game's loss.
  private static func failing(
    _ recipe: Recipe,
    _ truth: AdversarialLearning.Truth
  ) -> Recipe {
    var recipe = plain(recipe, .concatenating)
    recipe.truth = truth
    recipe.objective = .saturating
    recipe.discriminatorSteps = 5
    return recipe
  }

  /// A discriminator's learning rate below the predictor's.
  private static let slow: Float = 0.0003
}
