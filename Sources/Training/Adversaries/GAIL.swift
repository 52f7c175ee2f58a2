package import NeuralNetwork
public import Players

/// Generative adversarial imitation of single decisions: a policy learns to
/// pass for an expert before a discriminator, which learns to tell the expert's
/// moves from the policy's. Ho & Ermon (2016).
///
/// The boards are the expert's, so that nothing but the moves is left to judge:
/// it is the cloning of ``Imitation`` with a learned loss. Its state is a
/// function of the recipe, the seed and what was watched.
public struct GAIL: Learner {
  /// Every choice of the run.
  public let recipe: Recipe

  /// Both networks, under way.
  var learning: AdversarialLearning

  /// Starts from random weights.
  ///
  /// Nothing watched stands for the exact solution, all optimal moves alike.
  ///
  /// - Precondition: a move was watched.
  public init(
    recipe: Recipe,
    seed: UInt64,
    watched: Demonstrations? = nil
  ) {
    var shares = Imitation.Recipe()
    shares.target = .soft
    let lessons = Imitation.Lesson.all(
      of: watched,
      recipe: shares,
      encoding: .planes(isCanonical: recipe.isCanonical),
      seed: seed
    )
    self.recipe = recipe
    learning = AdversarialLearning(
      recipe: recipe.adversarial,
      seed: seed,
      examples: lessons.map {
        .init($0.view, target: $0.target, weight: $0.weight)
      }
    )
  }

  /// Steps of the policy made.
  public var steps: Int { learning.steps }

  /// The policy as trained so far.
  public var policy: NetworkPolicy {
    var policy = learning.policy
    policy.name = Model.network.rawValue
    return policy
  }

  /// Positions that are shown, as the networks see them.
  public var positions: Int { learning.examples.count }

  package var network: Network { learning.predictors[0] }
  package var done: Int { steps }
  package var updates: Int { steps }

  /// Makes one step of the policy, after those of the discriminator.
  public mutating func update() throws(Divergence) { try learning.update() }
}
