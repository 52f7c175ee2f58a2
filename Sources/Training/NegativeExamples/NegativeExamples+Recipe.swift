internal import NeuralNetwork
internal import Players

extension NegativeExamples {
  public struct Recipe: SupervisedRecipe {
    /// The labels of each example that the network is shown.
    public enum Supervision: String, Sendable, CaseIterable {
      case bad

      /// Every move that is not bad, as the set that one must be from.
      case good

      /// Every move that is not bad, each with the same share.
      case uniform

      /// Both its bad moves and the set of the others.
      case both
    }

    public var source: NegativeSource = .oracle

    /// The plies within which an obvious mistake is punished.
    public var depth = 1

    /// The random games that hindsight looks back on.
    public var hindsightGames = 20_000

    /// Labels, single bad moves of single positions, drawn from the examples
    /// with replacement; 0 is all of them.
    public var labels = 0

    public var loss: NegativeLoss = .setUnlikelihood

    /// All but `bad` are controls, which name the good moves of the same
    /// positions in the same draws. ``Imitation`` is shown every position
    /// instead.
    package var supervision: Supervision = .bad

    /// The weight of the anchor, which holds a continued policy to its old
    /// probabilities on positions without an example.
    public var anchor: Float = 20

    public var supervised = SupervisedOptions()

    public init() {}

    package static let method = "negatives"
    package static let title = "Negative examples"
    package static let goal = Goal.unbeatable
    package static let inputs: Set<RunOptions.Input> = [.mistakes]

    /// A file is its own source: its option names it.
    package var words: [String] {
      var recipe = self
      if source == .file { recipe.source = defaults.source }
      return recipe.changedWords
    }

    package mutating func adapt(
      to options: RunOptions, isGiven: (String) -> Bool
    ) {
      if options.mistakes != nil { source = .file }
      if options.start?.policy.head == .sigmoid, !isGiven("cost") {
        supervised.cost = .quadratic
      }
    }

    package func conflict(in options: RunOptions) -> RunOptions.Conflict? {
      if (source == .file) != (options.mistakes != nil) {
        return .init(
          option: "source", expected: "a file exactly where there are mistakes"
        )
      }
      if let conflict = costConflict(in: options) { return conflict }
      let quadratic: [NegativeLoss] = [
        .ascent, .unlikelihood, .setUnlikelihood,
      ]
      if supervised.cost == .quadratic, !quadratic.contains(loss) {
        return .init(
          option: "loss",
          expected: "with cost quadratic one of "
            + quadratic.map(\.rawValue).joined(separator: ", ")
        )
      }
      return examples(for: options).isEmpty
        ? .init(
          option: "source",
          expected: "at least one bad move; these choices and seed give none"
        ) : nil
    }

    package func learner(for options: RunOptions) -> any Learner {
      NegativeExamples(
        recipe: self, seed: options.seed, on: options.board,
        examples: examples(for: options), start: options.start?.policy
      )
    }

    private func examples(for options: RunOptions) -> [NegativeExample] {
      NegativeExamples.examples(
        for: self, seed: options.seed, on: options.board,
        mistakes: options.mistakes?.mistakes ?? []
      )
    }

    package static var options: [RecipeOption<Self>] {
      [
        .choice("source", \.source, "Where bad moves come from."),
        .fraction,
        RecipeOption(
          "depth",
          .choice(
            ["1", "3", "5"], get: { "\($0.depth)" },
            set: { $0.depth = Int($1) ?? $0.depth }
          ),
          "With --source obvious: the plies within which a move is punished."
        ),
        RecipeOption(
          "hindsight-games", .integer(\.hindsightGames, 1...1_000_000),
          "With --source hindsight: the random games to learn from."
        ),
        RecipeOption(
          "labels", .integer(\.labels, 0...1_000_000),
          "The number of single labels to draw; 0 takes all."
        ),
        .choice("loss", \.loss, "The loss on a bad move."),
        .head, .cost,
        RecipeOption(
          "anchor", .decimal(\.anchor, 0...1000),
          "With --continue: how strongly other positions are held."
        ),
      ] + RecipeOption.network + RecipeOption.schedule
    }
  }
}
