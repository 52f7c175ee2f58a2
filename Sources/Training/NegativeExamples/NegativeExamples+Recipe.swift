internal import NeuralNetwork
public import Players

extension NegativeExamples {
  /// Every choice of learning from negative examples.
  public struct Recipe: SupervisedRecipe {
    /// What the network is shown of each example.
    public enum Lesson: String, Sendable, CaseIterable {
      /// Its bad moves.
      case bad

      /// Every move that is not bad, as the set that one must be from.
      case good

      /// Every move that is not bad, each with the same share.
      case uniform

      /// Both its bad moves and the set of the others.
      case both
    }

    /// Where bad moves come from.
    public var source: NegativeSource = .oracle

    /// The share of the symmetry classes that is shown.
    public var fraction: Float = 1

    /// The plies within which an obvious mistake is punished.
    public var depth = 1

    /// The random games that hindsight looks back on.
    public var hindsightGames = 20_000

    /// Labels, single bad moves of single positions, drawn from the examples
    /// with replacement; 0 is all of them.
    public var labels = 0

    /// What is made of a bad move.
    public var loss: NegativeLoss = .setUnlikelihood

    /// What the network is shown. All but `bad` are controls: they tell it
    /// which moves are good, of the same positions and in the same draws, as
    /// ``Imitation``, which is shown every position, does not.
    package var lesson: Lesson = .bad

    /// What a policy is made of the outputs.
    public var head: NetworkPolicy.Head = .softmax

    /// What the loss measures.
    public var cost: Cost = .logarithm

    /// The weight of the anchor, which holds a continued policy to what it was
    /// on positions without an example.
    public var anchor: Float = 20

    /// What is trained.
    public var model: Model = .network

    /// The units of the hidden layer.
    public var hidden = 128

    /// Whether the network sees each position by its canonical image.
    public var isCanonical = true

    /// The budget in steps, over which the schedule runs.
    public var steps = 4000

    /// Examples a step: all of them where they are no more, else some drawn
    /// with replacement.
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
  }
}
