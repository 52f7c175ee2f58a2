internal import Players

extension GAIL {
  /// The moves of the policy that the discriminator judges.
  public enum Moves: String, Sendable, CaseIterable {
    /// Every move, as often as it would be drawn: the exact expectation.
    case all

    /// One, drawn; the exact mean value is its baseline.
    case drawn
  }

  public struct Recipe: LearningMethod {
    public var moves: Moves = .all

    /// The units of the hidden layer of each network.
    public var hidden = 128

    /// Whether both networks see each position by its canonical image.
    public var isCanonical = true

    /// The budget in steps of the policy, over which the schedules run.
    public var steps = 4000

    /// Positions a step, drawn with replacement: those watched as often as they
    /// were seen.
    public var batch = 128

    /// The policy's learning rate at the start; a twentieth is left at the end.
    public var learningRate: Float = 0.003

    /// The discriminator's, which falls alike.
    public var discriminatorRate: Float = 0.003

    /// Steps of the discriminator to one of the policy.
    public var discriminatorSteps = 2

    /// The weight γ of the discriminator's penalty R1.
    public var penalty: Float = 1

    public var evaluateEvery = 100

    public init() {}

    package static let method = "gail"
    package static let title = "Adversarial imitation"
    package static let unit = BudgetUnit.steps
    package static let goal = Goal.unbeatable
    package static let inputs: Set<RunOptions.Input> = [.demonstrations]

    package var budget: Int { steps }

    package func conflict(in options: RunOptions) -> RunOptions.Conflict? {
      if options.start != nil {
        return .init(
          option: "continue",
          expected: "another method; gail starts from random weights"
        )
      }
      return options.watched?.moves.moves == 0
        ? .init(option: "watch", expected: "a move") : nil
    }

    package func learner(for options: RunOptions) -> any Learner {
      GAIL(
        recipe: self, seed: options.seed, on: options.board,
        watched: options.watched?.moves
      )
    }

    package static var options: [RecipeOption<Self>] {
      [
        .choice(
          "moves", \.moves,
          "The moves to judge: all, weighted by probability, or one drawn."
        ),
        .hidden(\.hidden), .canonical(\.isCanonical), .steps(\.steps),
        .batch(\.batch), .learningRate(\.learningRate),
        RecipeOption(
          "discriminator-rate", .decimal(\.discriminatorRate, 0.000001...10),
          "The discriminator's learning rate at the start."
        ),
        RecipeOption(
          "discriminator-steps", .integer(\.discriminatorSteps, 1...100),
          "Steps of the discriminator for each step of the policy."
        ),
        RecipeOption(
          "r1", .decimal(\.penalty, 0...1000),
          "The weight of the discriminator's gradient penalty."
        ),
        .evaluateEvery(\.evaluateEvery),
      ]
    }

    var adversarial: AdversarialLearning.Recipe {
      var recipe = AdversarialLearning.Recipe()
      recipe.answer = moves == .all ? .everyMove : .sampledMove
      recipe.hidden = hidden
      recipe.discriminatorHidden = hidden
      recipe.isCanonical = isCanonical
      recipe.steps = steps
      recipe.batch = batch
      recipe.learningRate = learningRate
      recipe.discriminatorRate = discriminatorRate
      recipe.discriminatorSteps = discriminatorSteps
      recipe.penalty = penalty
      return recipe
    }
  }
}
