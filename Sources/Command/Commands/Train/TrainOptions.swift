import Training

enum TrainOptions {
  static let all: [OptionSpecification] = common + recipes

  private static let common: [OptionSpecification] = [
    .choice(
      "method", of: LearningMethods.names,
      defaultNote:
        "reinforce; negatives with --mistakes, clone with --watch, --teacher",
      help: "The way of learning."
    ),
    .choice(
      "until", of: Goal.words,
      defaultNote:
        "\(goals); a correction corrected; beyond 3x3 unbeatable",
      help: "Stop when this is proven, or when the budget is spent."
    ),
    .board, .seed,
    .text("continue", "POLICY", help: "Start from this policy's weights."),
    .text(
      "mistakes", "FILE",
      help: "Bad moves to unlearn, one POSITION MOVE a line."
    ),
    .text(
      "watch", "FILE",
      help: "Clone the moves of recorded games: a tournament's games.jsonl "
        + "or folder."
    ),
    .text(
      "teacher", "POLICY",
      help: "Clone this policy in every position (distillation); "
        + "--target is soft by default."
    ),
    .text(
      "player", "NAME",
      help: "With --watch: the player to clone; everyone by default."
    ),
    .text("resume", "RUN", help: "Continue a run that was stopped."),
    .integer(
      "checkpoint-every", in: 1...1_000_000_000, default: 16_384,
      help: "Games or steps between two checkpoints."
    ),
    .json, .quiet, .color,
  ]

  /// The options that `--resume` takes: they do not change the result.
  static let allowedWithResume = [
    "resume", "checkpoint-every", "quiet", "json", "color",
  ]

  /// The default goal of each method, as the help shows it:
  /// `perfect; negatives, gail unbeatable`.
  private static var goals: String {
    let first = LearningMethods.all[0].goal
    let others = Goal.allCases.filter { $0 != first }.compactMap { goal in
      let methods = LearningMethods.all.filter { $0.goal == goal }
      return methods.isEmpty
        ? nil
        : methods.map { $0.method }.joined(separator: ", ")
          + " \(goal.rawValue)"
    }
    return ([first.rawValue] + others).joined(separator: "; ")
  }

  /// The options of all ways of learning, each once, with every default.
  private static let recipes: [OptionSpecification] = {
    let methods = LearningMethods.all.flatMap { specifications($0) }
    var names: [String] = []
    for option in methods.flatMap(\.options) where !names.contains(option.name)
    {
      names.append(option.name)
    }
    return names.compactMap { name in
      OptionSpecification(
        shared: methods.compactMap { method in
          method.options.first { $0.name == name }.map { (method.name, $0) }
        }
      )
    }
  }()

  /// The options of a way of learning, by each name that has its own defaults.
  private static func specifications<Recipe: LearningMethod>(
    _ type: Recipe.Type
  ) -> [(name: String, options: [OptionSpecification])] {
    Recipe.defaultRecipes.map { name, recipe in
      (name, specifications(defaults: recipe))
    }
  }

  private static func specifications<Recipe: LearningMethod>(
    defaults recipe: Recipe
  ) -> [OptionSpecification] {
    Recipe.options.map { option in
      let defaults = option.decidesDefaults ? Recipe() : recipe
      return switch option.kind {
      case .integer(let path, let range):
        .integer(
          option.name, in: range, default: defaults[keyPath: path],
          group: Recipe.title, help: option.help
        )
      case .decimal(let path, let range):
        .decimal(
          option.name, in: range,
          // By its text: 0.2 is to read as 0.2 and not as the nearest Float.
          default: Double("\(defaults[keyPath: path])"), group: Recipe.title,
          help: option.help
        )
      case .choice(let words, let get, _) where option.name == "source":
        .text(
          option.name, "SOURCE", default: get(defaults), group: Recipe.title,
          help: option.help + " " + sources(words) + "."
        )
      case .choice(let words, let get, _):
        .choice(
          option.name, of: words, default: get(defaults), group: Recipe.title,
          help: option.help
        )
      }
    }
  }

  private static func sources(_ words: [String]) -> String {
    words.filter { $0 != "file" }.joined(separator: ", ")
      + " or a file of mistakes"
  }

  /// A recipe with the choices that were given, and the defaults that go with
  /// them.
  static func recipe<Recipe: LearningMethod>(
    _ type: Recipe.Type, _ arguments: Arguments
  ) -> Recipe {
    var recipe = Recipe()
    // Twice: the choices given may decide the defaults of all others.
    for _ in 0..<2 {
      recipe = recipe.defaults
      for option in Recipe.options where arguments.isGiven(option.name) {
        switch option.kind {
        case .integer(let path, _):
          recipe[keyPath: path] = arguments.integer(option.name)
        case .decimal(let path, _):
          recipe[keyPath: path] = Float(arguments.decimal(option.name))
        case .choice(_, _, let set):
          set(&recipe, arguments.text(option.name))
        }
      }
    }
    return recipe
  }
}

extension OptionSpecification {
  /// One option for several ways of learning, each with its own default.
  fileprivate init?(shared options: [(method: String, option: Self)]) {
    guard let (_, first) = options.first else { return nil }
    let others = options.dropFirst().filter {
      $0.option.defaultValue != first.defaultValue
    }
    if others.isEmpty {
      self = first
      return
    }
    let notes = others.compactMap { method, option in
      option.defaultValue.map { "\(method) \($0.description)" }
    }
    self.init(
      first.name, first.kind,
      defaultNote: ([first.defaultValue?.description].compactMap { $0 } + notes)
        .joined(separator: "; "),
      short: first.short, group: first.group, help: first.help
    )
  }
}
