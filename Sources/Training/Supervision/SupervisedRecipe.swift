internal import NeuralNetwork
public import Players

/// The choices that learning from good moves and from bad ones share.
public protocol SupervisedRecipe: ModelRecipe, SteppedRecipe {
  /// The share of the symmetry classes that is shown.
  var fraction: Float { get set }

  /// What a policy is made of the outputs.
  var head: NetworkPolicy.Head { get set }

  /// What the loss measures.
  var cost: Cost { get set }

  /// The learning rate at the end of the budget.
  var finalLearningRate: Float { get set }
}

/// What a loss measures.
public enum Cost: String, Sendable, CaseIterable {
  /// Logarithms of probabilities.
  case logarithm = "log"

  /// Squares of errors, of sigmoid outputs: the historical network.
  case quadratic
}

extension SupervisedRecipe {
  /// Takes over what a policy to start from has decided.
  mutating func adopt(_ start: NetworkPolicy) {
    model = start.encoding.inputs == .table ? .table : .network
    isCanonical = start.encoding.isCanonical
    hidden = start.network.sizes[1]
    head = start.head
  }
}

/// The options that every such recipe has.
extension RecipeOption where Recipe: SupervisedRecipe {
  static var fraction: Self {
    RecipeOption(
      "fraction",
      .decimal(\.fraction, 0.01...1),
      "The share of the symmetry classes that is shown."
    )
  }

  static var head: Self {
    choice("head", \.head, "What a policy is made of the outputs.")
  }

  static var cost: Self {
    choice(
      "cost",
      \.cost,
      "What the loss measures; quadratic is for the sigmoid head."
    )
  }

  /// What decides the steps, in the order in which commands name it.
  static var schedule: [Self] {
    [
      .steps, .batch, .optimizer, .learningRate,
      RecipeOption(
        "final-learning-rate",
        .decimal(\.finalLearningRate, 0...10),
        "The learning rate at the end of the budget."
      ),
      .evaluateEvery,
    ]
  }
}
