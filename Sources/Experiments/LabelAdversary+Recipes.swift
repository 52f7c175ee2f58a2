internal import Training

extension LabelAdversary {
  private typealias Recipe = AdversarialLearning.Recipe

  /// What each form changes of the recipe that works, by name.
  static let recipes:
    [(
      name: String,
      change: @Sendable (inout AdversarialLearning.Recipe) -> Void
    )] = [
      ("untrained", { $0.steps = 0 }),
      (baseline, { ($0.adversaryWeight, $0.crossEntropyWeight) = (0, 1) }),
      (essay, failing(.oneHot)),
      ("… soft truth", failing(.soft)),
      ("concatenating", plain { $0.form = .concatenating }),
      ("vector-only", plain { $0.form = .vectorOnly }),
      ("projection", plain { _ in }),
      (recipe, { _ in }),
      ("projection slow", plain { $0.discriminatorRate = slow }),
      (
        "projection slow R1",
        plain {
          $0.discriminatorRate = slow
          $0.regularization.penalty = 1
        }
      ),
      ("projection saturating", plain { $0.objective = .saturating }),
      ("projection 5 to 1", plain { $0.discriminatorSteps = 5 }),
      ("projection one-hot truth", plain { $0.truth = .oneHot }),
      ("projection soft truth", plain { $0.truth = .soft }),
      ("projection noise", plain { $0.noise = 0.1 }),
      ("projection smoothing", plain { $0.regularization.smoothing = 0.1 }),
      ("moves: every one", { $0.answer = .everyMove }),
      ("moves: drawn", { $0.answer = .sampledMove }),
    ]

  /// One step to one, the discriminator's the longer ones, nothing regularized,
  /// and a change of that.
  private static func plain(
    _ change: @escaping @Sendable (inout Recipe) -> Void
  ) -> @Sendable (inout Recipe) -> Void {
    {
      $0.regularization = .init()
      $0.discriminatorSteps = 1
      $0.discriminatorRate = 0.01
      change(&$0)
    }
  }

  /// The form that failed: five steps to one, the minimax game's loss.
  private static func failing(
    _ truth: AdversarialLearning.Truth
  ) -> @Sendable (inout Recipe) -> Void {
    plain {
      $0.form = .concatenating
      $0.truth = truth
      $0.objective = .saturating
      $0.discriminatorSteps = 5
    }
  }

  /// A discriminator's learning rate below the predictor's.
  private static let slow: Float = 0.0003
}
