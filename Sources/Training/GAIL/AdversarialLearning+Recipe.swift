extension AdversarialLearning {
  public struct Recipe: Sendable, Equatable {
    public var answer: Answer = .vector
    public var truth: Truth = .exact
    public var form: Discriminator.Form = .projection
    public var objective: Objective = .nonSaturating

    /// The weight of the loss by the discriminator's scores; 0 leaves it out.
    public var adversaryWeight: Float = 1

    public var crossEntropyWeight: Float = 0

    /// Steps of the discriminator to one of the predictor.
    public var discriminatorSteps = 2

    /// The half width of the uniform noise on every number of every vector,
    /// true or forged: instance noise, Sønderby et al. (2017), there normal. It
    /// fades with the learning rates.
    public var noise: Float = 0

    /// The amount by which the label of a true pair is below 1: one-sided label
    /// smoothing.
    public var smoothing: Float = 0

    /// The weight γ of the discriminator's penalty R1; for the projection only.
    public var penalty: Float = 1

    /// How many predictors bid before the one discriminator.
    public var predictors = 1

    public var learners: Learners = .all

    /// Whether both networks see each board by its canonical image.
    public var isCanonical = false

    public var hidden = 128
    public var discriminatorHidden = 128

    /// Examples a step, drawn with replacement.
    public var batch = 128

    /// The budget in steps of the predictor, over which the schedules run.
    public var steps = 1500

    public var learningRate: Float = 0.003

    /// The discriminator's: another makes two time scales, Heusel et al.
    /// (2017).
    public var discriminatorRate: Float = 0.003

    /// The share of both rates that is left at the end.
    public var finalShare: Float = 0.05

    /// Creates the recipe that reaches the accuracy of cross-entropy.
    public init() {}
  }

  /// The answer that a predictor puts before the discriminator.
  public enum Answer: String, Sendable, CaseIterable {
    /// Its whole vector of probabilities, which the board decides: there is no
    /// noise as in a generator.
    case vector

    /// A move drawn from it. Drawing plays the part of a generator's noise; the
    /// exact mean worth is the baseline. Ho & Ermon (2016).
    case sampledMove = "sampled"

    /// Every move, as often as it would be drawn: the exact expectation.
    case everyMove = "exact"
  }

  /// The form in which the truth is shown.
  public enum Truth: String, Sendable, CaseIterable {
    case exact

    /// One move drawn from it, as a vector with a single 1.
    case oneHot = "one-hot"

    /// The same, mixed with a random distribution over the legal moves, whose
    /// share is drawn from 0 to .2: soft, slightly random.
    case soft
  }

  /// A predictor's loss by its score.
  public enum Objective: String, Sendable, CaseIterable {
    /// −log σ(s).
    case nonSaturating = "non-saturating"

    /// log(1 − σ(s)).
    case saturating
  }

  /// Which of several predictors learn from a board.
  public enum Learners: String, Sendable, CaseIterable {
    case all

    /// The one with the highest score: winner takes all.
    case winner

    /// The one with the lowest score.
    case loser
  }
}
