import Training

/// The options of `train`.
enum TrainOptions {
  /// Every option: those of a run, the common ones, and those of each way of
  /// learning.
  static let all: [OptionSpecification] =
    [
      .choice(
        "method",
        of: Method.Name.self,
        defaultNote:
          "reinforce; negatives with --mistakes, clone with --watch, --teacher",
        help: "The way of learning."
      ),
      .choice(
        "until",
        of: Goal.self,
        defaultNote:
          "perfect; negatives, gail unbeatable; a correction corrected",
        help: "Stop when this is proven, or when the budget is spent."
      ),
      .seed,
      .text("continue", "POLICY", help: "Start from this policy's weights."),
      .text(
        "mistakes",
        "FILE",
        help: "Bad moves to unlearn, one POSITION MOVE a line."
      ),
      .text(
        "watch",
        "FILE",
        help: "Clone the moves of a log of games: games.jsonl of a tournament, "
          + "or its folder."
      ),
      .text(
        "teacher",
        "POLICY",
        help: "Clone this policy, position by position: distillation, to its "
          + "own probabilities (--target soft) unless told otherwise."
      ),
      .text("player", "NAME", help: "With --watch: whose moves; all without."),
      .text("resume", "RUN", help: "Continue a run that was stopped."),
      .integer(
        "checkpoint-every",
        in: 1...1_000_000_000,
        default: 16_384,
        help: "Games or steps between two checkpoints."
      ),
      .json, .quiet, .color,
    ] + recipes

  /// Options that do not change the result, so that `--resume` takes them.
  static let besideResume = [
    "resume", "checkpoint-every", "quiet", "json", "color",
  ]

  /// The names of the options of a way of learning.
  static func names(of method: Method.Name) -> [String] {
    methods.first { $0.name == method }?.options.map(\.name) ?? []
  }

  private static let methods:
    [(name: Method.Name, options: [OptionSpecification])] = [
      (.reinforce, specifications(REINFORCE.Recipe.self, "Self-play")),
      (
        .negatives,
        specifications(NegativeExamples.Recipe.self, "Negative examples")
      ),
      (.clone, specifications(Imitation.Recipe.self, "Cloning")),
      (.gail, specifications(GAIL.Recipe.self, "Adversarial imitation")),
    ]

  /// The options of all ways of learning, each once, with every default.
  private static let recipes: [OptionSpecification] = {
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

  private static func specifications<Recipe: LearningRecipe>(
    _ type: Recipe.Type,
    _ group: String
  ) -> [OptionSpecification] {
    let defaults = Recipe()
    return Recipe.options.map { option in
      switch option.kind {
      case .integer(let path, let range):
        .integer(
          option.name,
          in: range,
          default: defaults[keyPath: path],
          group: group,
          help: option.help
        )
      case .decimal(let path, let range):
        .decimal(
          option.name,
          in: range,
          // By its text: 0.2 is to read as 0.2 and not as the nearest Float.
          default: Double("\(defaults[keyPath: path])"),
          group: group,
          help: option.help
        )
      case .choice(let words, let get, _) where option.name == "source":
        .text(
          option.name,
          "SOURCE",
          default: get(defaults),
          group: group,
          help: option.help + " " + sources(words) + "."
        )
      case .choice(let words, let get, _):
        .choice(
          option.name,
          of: words,
          default: get(defaults),
          group: group,
          help: option.help
        )
      }
    }
  }

  private static func sources(_ words: [String]) -> String {
    words.filter { $0 != "file" }.joined(separator: ", ")
      + " or a file of mistakes"
  }

  /// A recipe with the choices that were given; nil stands for its default.
  static func recipe<Recipe: LearningRecipe>(
    _ arguments: Arguments,
    as type: Recipe.Type = Recipe.self
  ) -> Recipe {
    var recipe = Recipe()
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
    return recipe
  }
}

extension OptionSpecification {
  /// One option for several ways of learning, each with its own default.
  fileprivate init?(shared options: [(method: Method.Name, option: Self)]) {
    guard let (_, first) = options.first else { return nil }
    let others = options.dropFirst().filter {
      $0.option.defaultValue != first.defaultValue
    }
    if others.isEmpty {
      self = first
      return
    }
    let notes = others.compactMap { method, option in
      option.defaultValue.map { "\(method.rawValue) \($0.description)" }
    }
    self.init(
      first.name,
      first.kind,
      defaultNote: ([first.defaultValue?.description].compactMap { $0 } + notes)
        .joined(separator: "; "),
      short: first.short,
      group: first.group,
      help: first.help
    )
  }
}
