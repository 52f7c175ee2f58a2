import Evaluation
import Files
import Players
import Training

/// The folder and the run that a command line asks for.
struct TrainSetup {
  let arguments: Arguments
  let console: Console

  /// A run that this process alone may write to.
  struct Opened {
    let folder: RunFolder
    let lock: FileLock
    let run: TrainingRun

    /// The seconds it was trained for before.
    var seconds = 0.0
  }

  /// Makes the folder of a new run, or finds the one to resume; none if that
  /// is finished.
  func open() throws -> Opened? {
    if let path = arguments.textIfGiven("resume") { return try resume(path) }
    guard arguments.operands.first != "" else {
      throw Failure(.usage, "RUN is empty; expected the name of a folder")
    }
    let options = try options()
    let path =
      arguments.operands.first ?? NewFolder.path(in: "runs", seed: options.seed)
    let folder = RunFolder(path)
    let lock = try folder.create(options, version: Commands.version)
    return Opened(folder: folder, lock: lock, run: TrainingRun(options))
  }

  private func options() throws -> RunOptions {
    let file = try mistakes()
    let name =
      arguments.choiceIfGiven("method", as: Method.Name.self)
      ?? (file != nil
        ? .negatives
        : arguments.isGiven("watch") || arguments.isGiven("teacher")
          ? .clone : .reinforce)
    try refuse(optionsNotOf: name)
    let start = try arguments.textIfGiven("continue").map(start)
    var options = RunOptions(
      seed: arguments.seed,
      method: try method(name, file, start),
      start: start,
      mistakes: file,
      watched: try watched()
    )
    if file != nil, start != nil { options.goal = .corrected }
    if let goal = arguments.choiceIfGiven("until", as: Goal.self) {
      options.goal = goal
    }
    try check(options)
    return options
  }

  private func method(
    _ name: Method.Name,
    _ file: RunOptions.Mistakes?,
    _ start: RunOptions.Start?
  ) throws -> Method {
    switch name {
    case .reinforce: return .reinforce(TrainOptions.recipe(arguments))
    case .negatives:
      var recipe = TrainOptions.recipe(
        arguments,
        as: NegativeExamples.Recipe.self
      )
      if file != nil { recipe.source = .file }
      if start?.policy.head == .sigmoid, !arguments.isGiven("cost") {
        recipe.cost = .quadratic
      }
      return .negatives(recipe)
    case .clone:
      var recipe = TrainOptions.recipe(arguments, as: Imitation.Recipe.self)
      // A teacher gives every move some share: any of them would do.
      if arguments.isGiven("teacher"), !arguments.isGiven("target") {
        recipe.target = .soft
      }
      return .clone(recipe)
    case .gail: return .gail(TrainOptions.recipe(arguments))
    }
  }

  private func refuse(optionsNotOf name: Method.Name) throws {
    let own = TrainOptions.names(of: name)
    for option in Method.Name.allCases.flatMap(TrainOptions.names(of:))
    where !own.contains(option) && arguments.isGiven(option) {
      throw UsageError.incompatible(
        "method \(name.rawValue)",
        option,
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
        "continue",
        option,
        reason: "the policy decides it"
      )
    }
  }
}
