/// A choice of a recipe as people write it, in commands and in files.
public struct RecipeOption<Recipe>: Sendable {
  /// What kind of value it takes, and where that is kept.
  public enum Kind: Sendable {
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
  public let name: String

  /// One sentence.
  public let help: String

  /// What kind of value it takes.
  public let kind: Kind

  /// Whether files of runs were written before it was there: they hold it only
  /// where it is not its default.
  private(set) var isLater = false

  /// The value a recipe has, as it would be written.
  public func text(in recipe: Recipe) -> String {
    switch kind {
    case .integer(let path, _): "\(recipe[keyPath: path])"
    case .decimal(let path, _): "\(recipe[keyPath: path])"
    case .choice(_, let get, _): get(recipe)
    }
  }

  init(_ name: String, _ kind: Kind, _ help: String) {
    self.name = name
    self.kind = kind
    self.help = help
  }

  /// The same option, there only since some files were written.
  var later: Self {
    var option = self
    option.isLater = true
    return option
  }

  /// A choice among the cases of an enumeration.
  static func choice<Word>(
    _ name: String,
    _ path: any WritableKeyPath<Recipe, Word> & Sendable,
    _ help: String
  ) -> Self
  where
    Word: RawRepresentable<String> & CaseIterable & SendableMetatype
  {
    let kind = Kind.choice(
      Word.allCases.map(\.rawValue),
      get: { $0[keyPath: path].rawValue },
      set: { recipe, text in
        if let word = Word(rawValue: text) { recipe[keyPath: path] = word }
      }
    )
    return RecipeOption(name, kind, help)
  }

  /// A choice between on and off.
  static func flag(
    _ name: String,
    _ path: any WritableKeyPath<Recipe, Bool> & Sendable,
    _ help: String
  ) -> Self {
    let kind = Kind.choice(
      ["on", "off"],
      get: { $0[keyPath: path] ? "on" : "off" },
      set: { $0[keyPath: path] = $1 == "on" }
    )
    return RecipeOption(name, kind, help)
  }
}

/// The options that every recipe has.
extension RecipeOption where Recipe: LearningRecipe {
  static var hidden: Self {
    RecipeOption("hidden", .integer(\.hidden, 1...4096), "Hidden units.")
  }

  static var canonical: Self {
    flag(
      "canonical",
      \.isCanonical,
      "Whether the network sees boards up to symmetry."
    )
  }

  static var learningRate: Self {
    RecipeOption(
      "learning-rate",
      .decimal(\.learningRate, 0.000001...10),
      "The learning rate at the start."
    )
  }
}

/// The options that every recipe of one model has.
extension RecipeOption where Recipe: ModelRecipe {
  static var model: Self {
    choice(
      "policy",
      \.model,
      "What is trained: a network, or a table as its control."
    )
  }

  static var optimizer: Self {
    choice("optimizer", \.optimizer, "The rule that makes the steps.")
  }
}
