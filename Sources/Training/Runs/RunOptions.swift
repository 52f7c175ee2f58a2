public import Players
public import TicTacToe

/// Everything that decides the result of a run.
public struct RunOptions: Sendable {
  /// The seed of the first weights and of everything drawn.
  public var seed: UInt64

  public let board: Board
  public var goal: Goal
  package var recipe: any LearningMethod

  /// The policy to continue; nil starts from random weights.
  public var start: Start?

  /// The mistakes to learn from, if they come from a file.
  public var mistakes: Mistakes?

  /// The moves to imitate; nil stands for the exact solution.
  public var watched: Watched?

  /// The inputs that a run may learn from.
  package enum Input: Sendable {
    case mistakes, demonstrations
  }

  /// Choices that do not go together.
  package struct Conflict: Error, Equatable {
    /// The option that is at fault, without dashes.
    package let option: String

    package let expected: String
  }

  /// A policy to continue.
  public struct Start: Sendable, Equatable {
    /// Its name in the command.
    public let name: String

    public let policy: NetworkPolicy

    public init(name: String, policy: NetworkPolicy) {
      self.name = name
      self.policy = policy
    }
  }

  /// A file of mistakes.
  public struct Mistakes: Sendable, Equatable {
    /// Its name in the command.
    public let name: String

    public let mistakes: [Mistake]

    public init(name: String, mistakes: [Mistake]) {
      self.name = name
      self.mistakes = mistakes
    }
  }

  /// The moves of a log of games, or of a teacher.
  public struct Watched: Sendable, Equatable {
    /// The name of the log or the teacher in the command.
    public let name: String

    /// Whether they are those of a teacher, a policy whose every move is known.
    public let isTeacher: Bool

    /// The player whose moves of a log they are; nil takes everyone's.
    public let player: String?

    public let moves: Demonstrations

    public init(name: String, player: String?, moves: Demonstrations) {
      self.name = name
      self.player = player
      self.moves = moves
      isTeacher = false
    }

    public init(teacher: any Policy, name: String, on board: Board) {
      self.name = name
      player = nil
      moves = Demonstrations(teacher: teacher, on: board)
      isTeacher = true
    }
  }

  public init(
    seed: UInt64, on board: Board, goal: Goal? = nil,
    recipe: any LearningRecipe = PolicyGradient.Recipe(), start: Start? = nil,
    mistakes: Mistakes? = nil, watched: Watched? = nil
  ) {
    guard let recipe = recipe as? any LearningMethod else {
      preconditionFailure("\(type(of: recipe)) is no recipe of this module")
    }
    self.seed = seed
    self.board = board
    self.goal = goal ?? type(of: recipe).goal(on: board)
    self.recipe = recipe
    self.start = start
    self.mistakes = mistakes
    self.watched = watched
  }

  public var method: String { type(of: recipe).method }

  /// The unit that the run counts: `games` or `steps`.
  public var unit: String { type(of: recipe).unit.rawValue }

  /// The first conflict among the options; nil if they go together.
  ///
  /// - Complexity: for negative examples, that of collecting them.
  package var conflict: Conflict? {
    if goal.isBudget, goal.rawValue != unit {
      return Conflict(
        option: "until", expected: "\(unit), which this method counts"
      )
    }
    if board.scope == .search, goal == .perfect || goal == .nash {
      return Conflict(
        option: "until",
        expected: Goal.unbeatable.word(on: board)
          + " or games on a board of more than 16 squares"
      )
    }
    if board.scope != .graph {
      guard recipe is PolicyGradient.Recipe, mistakes == nil, watched == nil
      else {
        return Conflict(
          option: "board",
          expected: "3×3, whose every position this method learns from"
        )
      }
      if board.rules.squareCount > NetworkPolicy.mostSquares {
        return Conflict(
          option: "board",
          expected: "at most \(NetworkPolicy.mostSquares) squares to train on"
        )
      }
    }
    if goal == .corrected, mistakes == nil {
      return Conflict(option: "until", expected: "mistakes to correct")
    }
    let inputs: [(input: Input, option: String?)] = [
      (.mistakes, mistakes.map { _ in "mistakes" }),
      (.demonstrations, watched.map { $0.isTeacher ? "teacher" : "watch" }),
    ]
    for (input, option) in inputs {
      let methods = LearningMethods.learning(from: input).map { $0.method }
      if let option, !methods.contains(method) {
        return Conflict(
          option: option,
          expected: "the method " + methods.joined(separator: " or ")
        )
      }
    }
    return recipe.conflict(in: self)
  }

  /// The command that makes the same run, in normal form: the method, the seed
  /// and the options that differ from their defaults, in a fixed order.
  public var command: String {
    var words = ["noughts", "train"]
    if method != LearningMethods.all[0].method {
      words += ["--method", method]
    }
    words += ["--seed", "\(seed)"]
    if board.scope != .graph { words += ["--board", board.rules.text] }
    if goal != type(of: recipe).goal(on: board) {
      words += ["--until", goal.rawValue]
    }
    if let start { words += ShellCommand.option("continue", start.name) }
    if let mistakes {
      words += ShellCommand.option("mistakes", mistakes.name)
    }
    if let watched {
      words += ShellCommand.option(
        watched.isTeacher ? "teacher" : "watch", watched.name
      )
      if let player = watched.player {
        words += ShellCommand.option("player", player)
      }
    }
    return ShellCommand(words + recipe.words).description
  }
}

extension RunOptions: Equatable {
  public static func == (one: Self, other: Self) -> Bool {
    one.seed == other.seed && one.board == other.board
      && one.goal == other.goal
      && one.recipe.isEqual(to: other.recipe) && one.start == other.start
      && one.mistakes == other.mistakes && one.watched == other.watched
  }
}
