internal import NeuralNetwork
internal import Players

extension Imitation {
  /// The label that the network is to give a position.
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

    static let smoothing: Float = 0.1
  }

  public struct Recipe: SupervisedRecipe {
    public var target: Target = .set
    public var supervised = SupervisedOptions()

    public init() {}

    package static let method = "clone"
    package static let title = "Cloning"
    package static let goal = Goal.perfect
    package static let inputs: Set<RunOptions.Input> = [.demonstrations]

    /// A teacher gives every move some share, so that any of them would do for
    /// a set.
    package mutating func adapt(
      to options: RunOptions, isGiven: (String) -> Bool
    ) {
      if options.watched?.isTeacher == true, !isGiven("target") {
        target = .soft
      }
    }

    package func conflict(in options: RunOptions) -> RunOptions.Conflict? {
      if let conflict = costConflict(in: options) { return conflict }
      guard let watched = options.watched else { return nil }
      let examples = Imitation.examples(
        of: watched.moves, recipe: self,
        encoding: supervised.encoding(on: options.board), seed: options.seed,
        on: options.board
      )
      return examples.isEmpty
        ? .init(
          option: "watch",
          expected: "a move in the classes shown; this log shows none"
        ) : nil
    }

    package func learner(for options: RunOptions) -> any Learner {
      Imitation(
        recipe: self, seed: options.seed, on: options.board,
        watched: options.watched?.moves, start: options.start?.policy
      )
    }

    package static var options: [RecipeOption<Self>] {
      [
        .choice("target", \.target, "The label: what to learn of the moves."),
        .fraction, .head, .cost,
      ] + RecipeOption.network + RecipeOption.schedule
    }
  }
}
