import Glibc
import Training

/// The options of `train`, and the run that they ask for.
enum TrainOptions {
  /// Options that do not change the result.
  private static let besideResume = ["checkpoint-every", "quiet", "json"]

  /// Every option: those of a run, those of the recipe, and the common ones.
  static let all: [OptionSpecification] =
    [
      .choice(
        "until",
        of: Goal.self,
        default: .perfect,
        help: "Stop when this is proven, or when the games are played."
      ),
      .seed,
      .text("resume", "RUN", help: "Continue a run that was stopped."),
      .integer(
        "checkpoint-every",
        in: 1...1_000_000_000,
        default: 16_384,
        help: "Games between two checkpoints."
      ),
      .json, .quiet, .color,
    ] + Recipe.Option.all.map(specification)

  private static func specification(
    _ option: Recipe.Option
  ) -> OptionSpecification {
    let defaults = Recipe()
    let group = "The recipe"
    switch option.kind {
    case .integer(let path, let range):
      return .integer(
        option.name,
        in: range,
        default: defaults[keyPath: path],
        group: group,
        help: option.help
      )
    case .decimal(let path, let range):
      return .decimal(
        option.name,
        in: range,
        // By its text, so that 0.2 reads as 0.2 and not as the nearest Float.
        default: Double("\(defaults[keyPath: path])"),
        group: group,
        help: option.help
      )
    case .choice(let words, let get, _):
      return .choice(
        option.name,
        of: words,
        default: get(defaults),
        group: group,
        help: option.help
      )
    }
  }

  /// The folder and the run that the command line asks for; no run if the one
  /// to resume is finished.
  static func open(
    _ arguments: Arguments,
    _ console: Console
  ) throws -> (RunFolder, TrainingRun?) {
    if let path = arguments.textIfGiven("resume") {
      return try resume(path, arguments, console)
    }
    let options = runOptions(arguments)
    let folder = RunFolder(arguments.operands.first ?? newPath(options.seed))
    try folder.create(options, version: Commands.version)
    return (folder, TrainingRun(options))
  }

  private static func runOptions(_ arguments: Arguments) -> RunOptions {
    var options = RunOptions(
      seed: UInt64(arguments.integer("seed")),
      goal: arguments.choice("until")
    )
    for option in Recipe.Option.all {
      switch option.kind {
      case .integer(let path, _):
        options.recipe[keyPath: path] = arguments.integer(option.name)
      case .decimal(let path, _):
        options.recipe[keyPath: path] = Float(arguments.decimal(option.name))
      case .choice(_, _, let set):
        set(&options.recipe, arguments.text(option.name))
      }
    }
    return options
  }

  private static func resume(
    _ path: String,
    _ arguments: Arguments,
    _ console: Console
  ) throws -> (RunFolder, TrainingRun?) {
    let fixed = all.map(\.name).filter { !besideResume.contains($0) }
    for name in fixed where name != "resume" && arguments.isGiven(name) {
      if name == "color" { continue }
      throw UsageError.incompatible(
        "resume",
        name,
        reason: "a resumed run keeps its options"
      )
    }
    guard arguments.operands.isEmpty else {
      throw Failure(
        .usage,
        "--resume names the run; \(quoted(arguments.operands[0])) is one more"
      )
    }
    let folder = RunFolder(path)
    let (run, damaged) = try folder.load()
    if folder.isFinished {
      console.note("\(path) is finished; nothing is left to do")
      return (folder, nil)
    }
    for failure in damaged {
      console.note("warning: \(Failure(failure, command: nil).message)")
      console.note("         continuing from the checkpoint before it")
    }
    try folder.prepare(toContinue: run)
    return (folder, run)
  }

  /// `runs/<yyyymmdd-hhmmss>-<seed>`, by the clock on the wall.
  private static func newPath(_ seed: UInt64) -> String {
    var now = time_t()
    unsafe time(&now)
    var parts = unsafe tm()
    unsafe localtime_r(&now, &parts)
    func digits(_ number: Int32, _ count: Int) -> String {
      String(String(1_000_000 + Int(number)).suffix(count))
    }
    let year = unsafe digits(parts.tm_year + 1900, 4)
    let day = unsafe digits(parts.tm_mon + 1, 2) + digits(parts.tm_mday, 2)
    let clock = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map {
      digits($0, 2)
    }
    return "runs/\(year)\(day)-\(clock.joined())-\(seed)"
  }
}
