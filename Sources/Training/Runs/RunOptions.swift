public import Evaluation
public import Players

/// Everything that decides the result of a run.
public struct RunOptions: Sendable, Equatable {
  /// The seed of the first weights and of everything drawn.
  public var seed: UInt64

  /// What the run stops at.
  public var goal: Goal

  /// The way of learning, with its choices.
  public var method: Method

  /// The policy to continue, if not from random weights.
  public var start: Start?

  /// The mistakes to learn from, where they are a file.
  public var mistakes: Mistakes?

  /// The games whose moves are cloned, where that is not the exact solution.
  public var watched: Watched?

  /// A policy to continue.
  public struct Start: Sendable, Equatable {
    /// What the command called it.
    public var name: String

    /// The policy.
    public var policy: NetworkPolicy

    /// Names a policy.
    public init(name: String, policy: NetworkPolicy) {
      self.name = name
      self.policy = policy
    }
  }

  /// A file of mistakes.
  public struct Mistakes: Sendable, Equatable {
    /// What the command called it.
    public var name: String

    /// What it holds.
    public var mistakes: [Mistake]

    /// Names a file's content.
    public init(name: String, mistakes: [Mistake]) {
      self.name = name
      self.mistakes = mistakes
    }
  }

  /// The moves of a log of games, or of a teacher.
  public struct Watched: Sendable, Equatable {
    /// What the command called the log, or the teacher.
    public var name: String

    /// Whether it is a teacher, a policy, whose every move is known.
    public var isTeacher = false

    /// Whose moves of a log; nil is everyone's.
    public var player: String?

    /// The moves.
    public var moves: Demonstrations

    /// Names what a log shows.
    public init(name: String, player: String?, moves: Demonstrations) {
      self.name = name
      self.player = player
      self.moves = moves
    }

    /// Names a teacher.
    public init(teacher table: PolicyTable, name: String) {
      self.init(name: name, player: nil, moves: Demonstrations(teacher: table))
      isTeacher = true
    }
  }

  /// Creates the options of a run.
  public init(
    seed: UInt64,
    goal: Goal? = nil,
    method: Method = .reinforce(REINFORCE.Recipe()),
    start: Start? = nil,
    mistakes: Mistakes? = nil,
    watched: Watched? = nil
  ) {
    self.seed = seed
    self.goal = goal ?? method.name.goal
    self.method = method
    self.start = start
    self.mistakes = mistakes
    self.watched = watched
  }

  /// The command that makes the same run, in normal form: the method and the
  /// seed, then what differs from its default, in a fixed order.
  public var command: String {
    var words = ["noughts", "train"]
    if method.name != .reinforce {
      words += ["--method", method.name.rawValue]
    }
    words += ["--seed", "\(seed)"]
    if goal != method.name.goal { words += ["--until", goal.rawValue] }
    if let start { words += ["--continue", start.name] }
    if let mistakes { words += ["--mistakes", mistakes.name] }
    if let watched {
      words += [watched.isTeacher ? "--teacher" : "--watch", watched.name]
      if let player = watched.player { words += ["--player", player] }
    }
    var method = method
    if case .negatives(var recipe) = method, mistakes != nil {
      // The file is the source.
      recipe.source = NegativeExamples.Recipe().source
      method = .negatives(recipe)
    }
    return (words + method.words).joined(separator: " ")
  }
}
