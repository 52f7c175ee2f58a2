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
    if let goal = arguments.choiceIfGiven("until", as: Goal.self) {
      options.goal = goal
    }
    try check(options)
    return options
  }

  /// The way of learning that is named, else the first that learns from what
  /// is given.
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

  private func refuse(
    optionsNotOf method: any LearningMethod.Type
  ) throws {
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
        throw Failure(.usage, "--anchor: expected --continue, to hold to it")
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
}
