package import Checkpoints

/// Everything that decides the result of a run.
public struct RunOptions: Sendable, Equatable {
  /// The seed of the first weights and of every game.
  public var seed: UInt64

  /// What the run stops at.
  public var goal: Goal

  /// The choices of the recipe.
  public var recipe: Recipe

  /// Creates the options of a run.
  public init(seed: UInt64, goal: Goal = .perfect, recipe: Recipe = Recipe()) {
    self.seed = seed
    self.goal = goal
    self.recipe = recipe
  }

  /// The command that makes the same run, in normal form: the seed, then what
  /// differs from its default, in a fixed order.
  public var command: String {
    var words = ["noughts", "train", "--seed", "\(seed)"]
    if goal != .perfect { words += ["--until", goal.rawValue] }
    let defaults = Recipe()
    for option in Recipe.Option.all {
      let text = option.text(in: recipe)
      if text != option.text(in: defaults) {
        words += ["--\(option.name)", text]
      }
    }
    return words.joined(separator: " ")
  }

  package var json: JSON {
    var members: [JSON.Member] = [
      .init(key: "method", value: JSON("reinforce")),
      .init(key: "seed", value: JSON(seed)),
      .init(key: "until", value: JSON(goal.rawValue)),
    ]
    for option in Recipe.Option.all {
      let value: JSON =
        switch option.kind {
        case .integer(let path, _): JSON(recipe[keyPath: path])
        case .decimal(let path, _): JSON(recipe[keyPath: path])
        case .choice(_, let get, _): JSON(get(recipe))
        }
      members.append(.init(key: option.name, value: value))
    }
    return .object(members)
  }

  package init(_ field: JSONField) throws(JSONError) {
    let object = try field.object(
      keys: ["method", "seed", "until"] + Recipe.Option.all.map(\.name)
    )
    _ = try object.member("method").choice(["reinforce"])
    self.init(
      seed: try object.member("seed").uint64(),
      goal: try object.member("until").choice(of: Goal.self)
    )
    for option in Recipe.Option.all {
      let field = try object.member(option.name)
      switch option.kind {
      case .integer(let path, let range):
        recipe[keyPath: path] = try field.int(in: range)
      case .decimal(let path, let range):
        let value = try field.float()
        guard Float(range.lowerBound)...Float(range.upperBound) ~= value else {
          throw field.mismatch(
            "a number from \(range.lowerBound) to \(range.upperBound)"
          )
        }
        recipe[keyPath: path] = value
      case .choice(let words, _, let set):
        set(&recipe, try field.choice(words))
      }
    }
  }
}
