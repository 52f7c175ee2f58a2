extension Recipe {
  /// A choice of the recipe as people write it, in commands and in files.
  package struct Option: Sendable {
    /// What kind of value it takes, and where that is kept.
    package enum Kind: Sendable {
      /// A whole number.
      case integer(
        any WritableKeyPath<Recipe, Int> & Sendable,
        ClosedRange<Int>
      )

      /// A decimal number.
      case decimal(
        any WritableKeyPath<Recipe, Float> & Sendable,
        ClosedRange<Double>
      )

      /// One of several words.
      case choice(
        [String],
        get: @Sendable (Recipe) -> String,
        set: @Sendable (inout Recipe, String) -> Void
      )
    }

    /// The name, without dashes.
    package let name: String

    /// One sentence.
    package let help: String

    /// What kind of value it takes.
    package let kind: Kind

    /// The value a recipe has, as it would be written.
    package func text(in recipe: Recipe) -> String {
      switch kind {
      case .integer(let path, _): "\(recipe[keyPath: path])"
      case .decimal(let path, _): "\(recipe[keyPath: path])"
      case .choice(_, let get, _): get(recipe)
      }
    }

    private init(_ name: String, _ kind: Kind, _ help: String) {
      self.name = name
      self.kind = kind
      self.help = help
    }

    private static func choice<Word: RecipeWord>(
      _ name: String,
      _ path: any WritableKeyPath<Recipe, Word> & Sendable,
      _ help: String
    ) -> Option {
      let words = Word.allCases.map(\.rawValue)
      let kind = Kind.choice(
        words,
        get: { $0[keyPath: path].rawValue },
        set: { recipe, text in
          if let word = Word(rawValue: text) { recipe[keyPath: path] = word }
        }
      )
      return Option(name, kind, help)
    }

    private static let canonical = Option(
      "canonical",
      .choice(
        ["on", "off"],
        get: { $0.isCanonical ? "on" : "off" },
        set: { $0.isCanonical = $1 == "on" }
      ),
      "Whether the network sees boards up to symmetry."
    )

    /// Every option, in the order in which commands name them.
    package static let all: [Option] = [
      choice(
        "policy",
        \.model,
        "What is trained: a network, or a table as its control."
      ),
      Option("hidden", .integer(\.hidden, 1...4096), "Hidden units."),
      canonical,
      Option(
        "games",
        .integer(\.games, 1...1_000_000_000),
        "The budget in games, over which the schedules run."
      ),
      Option("batch", .integer(\.batch, 1...4096), "Games an update."),
      Option(
        "epochs",
        .integer(\.epochs, 1...100),
        "Passes over each batch; more than 1 is PPO."
      ),
      Option(
        "clip",
        .decimal(\.clip, 0.001...1),
        "The bound on PPO's probability ratio."
      ),
      Option(
        "opening-plies",
        .integer(\.openingPlies, 0...8),
        "A game starts after up to so many random moves."
      ),
      Option(
        "exploration",
        .decimal(\.exploration, 0...1),
        "How often a game's first learned move is random."
      ),
      Option(
        "exploration-floor",
        .decimal(\.explorationFloor, 0...1),
        "Bad random moves rarer than this teach nothing."
      ),
      Option(
        "discount",
        .decimal(\.discount, 0.01...1),
        "How much less a result counts a ply earlier."
      ),
      choice(
        "baseline",
        \.baseline,
        "What a return is compared with: a mean per position."
      ),
      Option(
        "entropy",
        .decimal(\.entropy, 0...10),
        "The entropy bonus at the start."
      ),
      Option(
        "final-entropy",
        .decimal(\.finalEntropy, 0...10),
        "The entropy bonus after its decay."
      ),
      Option(
        "entropy-decay",
        .decimal(\.entropyDecay, 0...1),
        "The share of the budget over which the bonus falls."
      ),
      choice("optimizer", \.optimizer, "The rule that makes the steps."),
      Option(
        "learning-rate",
        .decimal(\.learningRate, 0.000001...10),
        "The learning rate at the start."
      ),
      Option(
        "final-learning-rate",
        .decimal(\.finalLearningRate, 0...10),
        "The learning rate at the end of the budget."
      ),
      Option(
        "evaluate-every",
        .integer(\.evaluateEvery, 1...1_000_000_000),
        "Games between two exact evaluations."
      ),
    ]
  }
}

/// A word that a choice of the recipe can be.
private protocol RecipeWord: RawRepresentable<String>, CaseIterable,
  SendableMetatype
{}

extension Recipe.Model: RecipeWord {}
extension Recipe.Baseline: RecipeWord {}
extension Recipe.OptimizerName: RecipeWord {}
