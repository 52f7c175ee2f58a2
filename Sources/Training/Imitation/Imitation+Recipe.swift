internal import NeuralNetwork
public import Players

extension Imitation {
  /// What the network is to answer, of what the expert would play.
  public enum Target: String, Sendable, CaseIterable {
    /// Each move with the expert's probability.
    case soft

    /// Any of the expert's moves: −log of their probability together.
    case set

    /// One move of each position, drawn once from the expert.
    case one

    /// The same, a tenth of it spread over the legal moves: label smoothing of
    /// Szegedy et al. (2016), section 7.
    case smoothed
  }

  /// Every choice of cloning.
  public struct Recipe: SupervisedRecipe {
    /// What the network is to answer.
    public var target: Target = .set

    /// The share of the symmetry classes that is shown.
    public var fraction: Float = 1

    /// What a policy is made of the outputs.
    public var head: NetworkPolicy.Head = .softmax

    /// What the loss measures.
    public var cost: Cost = .logarithm

    /// What is trained.
    public var model: Model = .network

    /// The units of the hidden layer.
    public var hidden = 128

    /// Whether the network sees each position by its canonical image.
    public var isCanonical = true

    /// The budget in steps, over which the schedule runs.
    public var steps = 4000

    /// Positions a step: all of them where they are no more, else some drawn
    /// with replacement, those watched as often as they were seen.
    public var batch = 128

    /// The rule that makes the steps.
    public var optimizer: OptimizerName = .adam

    /// The learning rate at the start.
    public var learningRate: Float = 0.003

    /// The learning rate at the end of the budget.
    public var finalLearningRate: Float = 0.0003

    /// Steps between two exact evaluations.
    public var evaluateEvery = 100

    /// Creates the default recipe.
    public init() {}

    /// Every choice, in the order in which commands name them.
    public static var options: [RecipeOption<Self>] {
      [
        .choice("target", \.target, "What is learned of the expert's moves."),
        .fraction, .head, .cost, .model, .hidden, .canonical,
      ] + RecipeOption.schedule
    }
  }
}
