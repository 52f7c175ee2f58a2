/// A choice of a recipe as people write it, in commands and in files.
package struct RecipeOption<Recipe>: Sendable {
  /// The kind of its values and the property that holds them.
  package enum Kind: Sendable {
    case integer(
      any WritableKeyPath<Recipe, Int> & Sendable, ClosedRange<Int>
    )

    case decimal(
      any WritableKeyPath<Recipe, Float> & Sendable, ClosedRange<Double>
    )

    case choice(
      [String], get: @Sendable (Recipe) -> String,
      set: @Sendable (inout Recipe, String) -> Void
    )
  }

  /// The name, without dashes.
  package let name: String

  package let help: String
  package let kind: Kind

  /// Whether runs were saved before the option existed: files hold it only if
  /// it differs from what they mean without it.
  private(set) var isLater = false

  /// What files without it mean; nil stands for the default.
  private var absent: String?

  /// Whether other choices have their defaults by this one.
  package private(set) var decidesDefaults = false

  /// The value a recipe has, as it would be written.
  package func text(in recipe: Recipe) -> String {
    switch kind {
    case .integer(let path, _): "\(recipe[keyPath: path])"
    case .decimal(let path, _): "\(recipe[keyPath: path])"
    case .choice(_, let get, _): get(recipe)
    }
  }

  /// The text of its value in files that do not hold it.
  func absentText(default recipe: Recipe) -> String {
    absent ?? text(in: recipe)
  }

  /// Takes over a value from its text, which must be one of the option's.
  func set(_ text: String, in recipe: inout Recipe) {
    switch kind {
    case .integer(let path, _):
      recipe[keyPath: path] = Int(text) ?? recipe[keyPath: path]
    case .decimal(let path, _):
      recipe[keyPath: path] = Float(text) ?? recipe[keyPath: path]
    case .choice(_, _, let set): set(&recipe, text)
    }
  }

  init(_ name: String, _ kind: Kind, _ help: String) {
    self.name = name
    self.kind = kind
    self.help = help
  }

  /// The same option, newer than some files.
  var later: Self {
    var option = self
    option.isLater = true
    return option
  }

  /// The same option, newer than some files, which mean a value of their own.
  func later(absent: String) -> Self {
    var option = later
    option.absent = absent
    return option
  }

  /// A copy whose choice decides the defaults of other options.
  var decidingDefaults: Self {
    var option = self
    option.decidesDefaults = true
    return option
  }

  /// A choice among the cases of an enumeration.
  static func choice<Word>(
    _ name: String, _ path: any WritableKeyPath<Recipe, Word> & Sendable,
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
}

/// Options that several recipes have.
extension RecipeOption {
  typealias Path<Value> = any WritableKeyPath<Recipe, Value> & Sendable

  static func model(_ path: Path<Model>) -> Self {
    choice("policy", path, "What to train: a network, or a lookup table.")
  }

  static func hidden(_ path: Path<Int>) -> Self {
    RecipeOption("hidden", .integer(path, 1...4096), "Hidden units.")
  }

  static func canonical(_ path: Path<Bool>) -> Self {
    let kind = Kind.choice(
      ["on", "off"], get: { $0[keyPath: path] ? "on" : "off" },
      set: { $0[keyPath: path] = $1 == "on" }
    )
    return RecipeOption(
      "canonical", kind, "Whether the network sees boards up to symmetry."
    )
  }

  static func steps(_ path: Path<Int>) -> Self {
    RecipeOption(
      "steps", .integer(path, 1...100_000_000),
      "The budget in steps, over which the schedule runs."
    )
  }

  static func batch(_ path: Path<Int>) -> Self {
    RecipeOption("batch", .integer(path, 1...4096), "Examples per step.")
  }

  static func evaluateEvery(_ path: Path<Int>) -> Self {
    RecipeOption(
      "evaluate-every", .integer(path, 1...1_000_000_000),
      "Steps between two exact evaluations."
    )
  }

  static func optimizer(_ path: Path<OptimizerName>) -> Self {
    choice("optimizer", path, "The optimizer.")
  }

  static func learningRate(_ path: Path<Float>) -> Self {
    RecipeOption(
      "learning-rate", .decimal(path, 0.000001...10),
      "The learning rate at the start."
    )
  }

  static func finalLearningRate(_ path: Path<Float>) -> Self {
    RecipeOption(
      "final-learning-rate", .decimal(path, 0...10),
      "The learning rate at the end of the budget."
    )
  }
}
