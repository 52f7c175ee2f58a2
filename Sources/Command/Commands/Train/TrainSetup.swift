import Evaluation
import Files
import Players
import TicTacToe
import Training

/// The folder and the run that a command line asks for.
struct TrainSetup {
  let arguments: Arguments
  let board: Board
  let console: Console

  /// A run whose folder only this process may write to.
  struct Opened {
    let folder: RunFolder
    let lock: FileLock
    let run: TrainingRun

    /// The seconds it was trained for before.
    var seconds = 0.0
  }

  /// The board of a run: of the one to resume, the one asked for, that of the
  /// policy to continue, or 3×3.
  static func board(_ arguments: Arguments) throws -> Board {
    if let path = arguments.textIfGiven("resume") {
      if let rules = RunFolder.rules(at: path) { return Board(rules) }
    }
    return try arguments.board(
      of: [arguments.textIfGiven("continue")].compactMap(\.self)
    )
  }

  /// Makes the folder of a new run, or finds the one to resume; nil if that is
  /// finished.
  func open() throws -> Opened? {
    if let path = arguments.textIfGiven("resume") { return try resume(path) }
    guard arguments.operands.first != "" else {
      throw Failure(.usage, "RUN is empty; expected the name of a folder")
    }
    let options = try options()
    let path =
      arguments.operands.first ?? NewFolder.path(in: "runs", seed: options.seed)
    let folder = RunFolder(path, on: board)
    let lock = try folder.create(options, version: Commands.version)
    return Opened(folder: folder, lock: lock, run: TrainingRun(options))
  }

  private func options() throws -> RunOptions {
    // Before any is read: what it names would be looked up in every position.
    for option in ["mistakes", "watch", "teacher"]
    where board.scope != .graph && arguments.isGiven(option) {
      throw Failure(
        .usage,
        "--\(option): a run on \(board.rules.name) learns from its own games "
          + "only; expected 3×3",
        hint: option == "mistakes"
          ? "noughts play RUN --mistakes FILE corrects a policy on any board."
          : nil
      )
    }
    let mistakes = try mistakes()
    let type = try method(with: mistakes)
    try refuse(optionsNotOf: type)
    let start = try arguments.textIfGiven("continue").map(start)
    var options = RunOptions(
      seed: arguments.seed, on: board,
      recipe: TrainOptions.recipe(type, arguments), start: start,
      mistakes: mistakes, watched: try watched()
    )
    options.recipe.adapt(to: options) { arguments.isGiven($0) }
    if mistakes != nil, start != nil { options.goal = .corrected }
    if arguments.textIfGiven("until") == Goal.unbeatable.rawValue,
      options.goal.word(on: board) != options.goal.rawValue
    {
      throw Failure(
        .usage,
        "--until: on \(board.rules.name) O is lost against best play; expected "
          + "keeps-value"
      )
    }
    if let goal = arguments.textIfGiven("until").flatMap(Goal.init(word:)) {
      options.goal = goal
    }
    try check(options)
    return options
  }

  /// The method named, else the first that learns from the input given.
  private func method(
    with mistakes: RunOptions.Mistakes?
  ) throws -> any LearningMethod.Type {
    if let name = arguments.textIfGiven("method"),
      let method = LearningMethods.named(name)
    {
      return method
    }
    let isWatching =
      arguments.isGiven("watch") || arguments.isGiven("teacher")
    let input: RunOptions.Input? =
      mistakes != nil ? .mistakes : isWatching ? .demonstrations : nil
    return input.flatMap { LearningMethods.learning(from: $0).first }
      ?? LearningMethods.all[0]
  }

  private func refuse(optionsNotOf method: any LearningMethod.Type) throws {
    let own = method.optionNames
    for option in LearningMethods.all.flatMap({ $0.optionNames })
    where !own.contains(option) && arguments.isGiven(option) {
      throw UsageError.incompatible(
        "method \(method.method)", option,
        reason: "another method has that option"
      )
    }
  }

  private func check(_ options: RunOptions) throws {
    if let conflict = options.conflict { throw conflict }
    guard options.start != nil else {
      if arguments.isGiven("anchor") {
        throw Failure(.usage, "--anchor: expected --continue with a POLICY")
      }
      return
    }
    for option in ["policy", "hidden", "canonical", "head"]
    where arguments.isGiven(option) {
      throw UsageError.incompatible(
        "continue", option, reason: "the policy decides it"
      )
    }
  }

  // MARK: Files and policies

  /// The moves of the games that `--watch` names, of one `--player` or all, or
  /// every answer of the policy that `--teacher` names.
  private func watched() throws -> RunOptions.Watched? {
    let player = arguments.textIfGiven("player")
    if let name = arguments.textIfGiven("teacher") {
      for option in ["watch", "player"] where arguments.isGiven(option) {
        throw UsageError.incompatible(
          "teacher", option, reason: "the teacher alone is cloned"
        )
      }
      let policy = try PolicyOperand.policy(named: name, on: board, console)
      return .init(teacher: policy, name: name, on: board)
    }
    guard let path = arguments.textIfGiven("watch") else {
      if player == nil { return nil }
      throw Failure(.usage, "--player: expected --watch, a log of games")
    }
    return try GamesOperand.read(path, on: board, player: player)
  }

  /// The mistakes in the file that `--mistakes` names, or `--source` if it
  /// names a file.
  private func mistakes() throws -> RunOptions.Mistakes? {
    let source = arguments.textIfGiven("source") ?? ""
    let isWord = NegativeSource.named(source).map { $0 != .file } ?? false
    if let path = arguments.textIfGiven("mistakes") {
      guard source.isEmpty else {
        throw UsageError.incompatible(
          "mistakes", "source", reason: "the mistakes are the source"
        )
      }
      return try MistakesOperand.read(path, on: board)
    }
    if source.isEmpty || isWord { return nil }
    do { return try MistakesOperand.read(source, on: board) } catch let error
      as FileError
    {
      guard error.isMissing else { throw error }
      let words = NegativeSource.allCases.filter { $0 != .file }.map(\.rawValue)
      throw UsageError.unknownChoice(
        option: "source", value: source, choices: words + ["FILE"]
      )
    }
  }

  private func start(_ name: String) throws -> RunOptions.Start {
    guard
      let policy = try PolicyOperand.policy(named: name, on: board, console)
        as? NetworkPolicy
    else {
      throw Failure(
        .usage,
        "--continue: \(quoted(name)) has no weights; expected a file or a run"
      )
    }
    return RunOptions.Start(name: name, policy: policy)
  }

  // MARK: Resuming

  /// Makes a stopped run ready to continue; nil if it is finished.
  private func resume(_ path: String) throws -> Opened? {
    for name in TrainOptions.all.map(\.name)
    where !TrainOptions.allowedWithResume.contains(name)
      && arguments.isGiven(name)
    {
      throw UsageError.incompatible(
        "resume", name, reason: "a resumed run keeps its options"
      )
    }
    guard arguments.operands.isEmpty else {
      throw Failure(
        .usage,
        "--resume names the run; \(quoted(arguments.operands[0])) is one more"
      )
    }
    let folder = RunFolder(path, on: board)
    if try folder.isFinished() {
      console.note("\(path) is finished; nothing is left to do")
      return nil
    }
    let lock = try folder.lock()
    let (run, damaged) = try folder.load()
    console.warn(passingOver: damaged)
    let seconds = try folder.prepare(toContinue: run)
    return Opened(folder: folder, lock: lock, run: run, seconds: seconds)
  }
}
