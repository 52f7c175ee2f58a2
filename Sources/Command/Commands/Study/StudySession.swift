import Experiments
import Numbers
import TicTacToe

/// A study under way in the terminal.
struct StudySession<S: Study> {
  private let run: StudyRun<S>
  private let console: Console

  init(_ study: S, _ arguments: Arguments, _ console: Console) throws {
    let first = UInt64(arguments.integer("seed"))
    let count = arguments.integerIfGiven("seeds") ?? study.seeds
    let folder = StudyFolder(
      arguments.textIfGiven("out")
        ?? "studies/\(S.title.replacing(" ", with: "-"))"
        + (study.isQuick ? "-quick" : ""),
      study: study, seeds: first...first + UInt64(count) - 1,
      version: Commands.version
    )
    run = StudyRun(
      folder: folder, shard: try StudySession.shard(arguments.text("shard")),
      jobs: arguments.jobs
    )
    self.console = console
  }

  private static func shard(
    _ text: String
  ) throws -> (number: Int, count: Int) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]),
      let count = Int(parts[1]), 1...10_000 ~= count, 1...count ~= number
    else {
      throw Failure(
        .usage,
        "--shard: \(quoted(text)) is not a part; expected I/N such as 2/5"
      )
    }
    return (number, count)
  }

  /// Measures the missing units, and prints the summary once none is missing.
  func run() async throws -> ExitCode {
    let folder = run.folder
    let study = folder.study
    console.note("study   \(S.title): \(S.question)")
    console.note(
      "seeds   \(NumberFormat.grouped(Int(folder.seeds.lowerBound)))…"
        + "\(NumberFormat.grouped(Int(folder.seeds.upperBound))) × "
        + "\(study.conditions.count) conditions · \(folder.path)"
        + (run.shard.count > 1
          ? " · shard \(run.shard.number)/\(run.shard.count)" : "")
    )
    try folder.open()
    var progress = CountedProgress()
    let results = try await run.measure { done, count in
      progress.update(done, of: count)
      console.progress { progress.variants("\(progress.fraction) measured") }
      return Interrupts.pending == nil
    }
    console.finishProgress {
      progress.variants("\(progress.fraction) measured")
    }
    if let signal = Interrupts.pending, progress.last.done < progress.last.count
    {
      console.note(
        "stopped \(progress.last.done) of \(progress.last.count) are kept; "
          + "the same command continues"
      )
      return signal.exitCode
    }
    let missing = folder.units.count { results[$0] == nil }
    guard missing == 0 else {
      console.note(
        "part    done; \(NumberFormat.grouped(missing)) of "
          + "\(NumberFormat.grouped(folder.units.count)) are left to other shards "
          + "with the same --out"
      )
      return .success
    }
    let (files, summary) = try folder.finish(results)
    try console.print(S.question)
    try console.print(
      "Means with 95% intervals (Student; shares k/n: Wilson) over "
        + "\(folder.seeds.count) seeds."
    )
    for figure in study.figures where !figure.meaning.isEmpty {
      try console.print("  \(figure.name): \(figure.meaning)")
    }
    for line in study.findings(summary) { try console.print(line) }
    try console.print("")
    for file in files { try console.print("wrote   \(printable(file))") }
    return .success
  }
}
