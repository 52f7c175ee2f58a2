internal import Checkpoints
internal import Files
internal import Players
internal import TicTacToe

extension RunOptions {
  /// The options, for `config.json` and every checkpoint. A policy to continue
  /// and mistakes are stored whole, so that a run can resume without their
  /// files.
  var json: JSON {
    var members: [JSON.Member] = [
      .init(key: "method", value: JSON(method)),
      .init(key: "seed", value: JSON(seed)),
      .init(key: "until", value: JSON(goal.rawValue)),
    ]
    if board.scope != .graph {
      members.append(
        .init(key: RunOptions.boardKey, value: JSON(board.rules.text))
      )
    }
    members += recipe.members
    if let start {
      let name = JSON.Member(key: "name", value: JSON(start.name))
      members.append(
        .init(
          key: "continue", value: .object([name] + start.policy.members)
        )
      )
    }
    if let mistakes {
      members.append(
        .init(
          key: "mistakes",
          value: [
            "name": JSON(mistakes.name),
            "lines": .array(mistakes.mistakes.map { JSON($0.line) }),
          ]
        )
      )
    }
    if let watched {
      members.append(.init(key: "watched", value: watched.json))
    }
    return .object(members)
  }

  init(_ field: JSONField, on board: Board) throws(JSONError) {
    let object = try field.object()
    let name = try object.member("method").choice(LearningMethods.names)
    guard let type = LearningMethods.named(name) else {
      preconditionFailure("the method \(name) has no recipe")
    }
    let recipe = try type.init(object)
    let rules = try RunOptions.rules(of: object)
    guard rules == board.rules else {
      throw (object.optional(RunOptions.boardKey) ?? field)
        .mismatch("a run on \(board.rules.name)")
    }
    try object.check(
      keys: ["method", "seed", "until", "continue", "mistakes", "watched"]
        + [RunOptions.boardKey]
        + type.optionNames
    )
    self.init(
      seed: try object.member("seed").uint64(),
      on: board,
      goal: try object.member("until").choice(of: Goal.self),
      recipe: recipe,
      start: try object.optional("continue").map {
        (field) throws(JSONError) in try Start(field, board.rules)
      },
      mistakes: try object.optional("mistakes").map {
        (field) throws(JSONError) in try Mistakes(field, on: board)
      },
      watched: try object.optional("watched").map {
        (field) throws(JSONError) in try Watched(field, on: board)
      }
    )
    if let conflict { throw field.mismatch(conflict.expected) }
  }
}

extension RunOptions {
  private static let boardKey = "board"

  /// The board of a run; options that name none are about 3×3.
  static func rules(of options: JSONObject) throws(JSONError) -> Rules {
    guard let field = options.optional(boardKey) else { return .ticTacToe }
    do { return try Rules(field.string()) } catch {
      throw field.mismatch("a board, such as 4x4:4")
    }
  }
}

extension RunOptions.Start {
  fileprivate init(_ field: JSONField, _ rules: Rules) throws(JSONError) {
    let object = try field.object(keys: ["name"] + PolicyFile.modelKeys)
    name = try object.member("name").name()
    policy = try NetworkPolicy(object, name: name)
    guard policy.encoding.rules == rules else {
      throw field.mismatch("a policy for \(rules.name)")
    }
  }
}

extension RunOptions.Mistakes {
  fileprivate init(_ field: JSONField, on board: Board) throws(JSONError) {
    let object = try field.object(keys: ["name", "lines"])
    name = try object.member("name").name()
    let lines = try object.member("lines")
    var texts: [String] = []
    for line in try lines.array() { texts.append(try line.string()) }
    do {
      mistakes = try MistakesFile(
        texts.joined(separator: "\n"), on: board
      ).mistakes
    } catch {
      throw lines.mismatch("lines of POSITION MOVE")
    }
  }
}
