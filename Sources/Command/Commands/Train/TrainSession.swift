import Evaluation
import NeuralNetwork
import Numbers
import TicTacToe
import Training

/// A run in the terminal: the loop, reported as it turns.
struct TrainSession {
  let folder: RunFolder

  /// The seconds of training before this session.
  let secondsBefore: Double

  let checkpointEvery: Int
  let isJSON: Bool
  let console: Console

  private let start = ContinuousClock.now
  private let first: Int
  private var latest: Metrics?

  init(
    folder: RunFolder, run: TrainingRun, secondsBefore: Double,
    checkpointEvery: Int, isJSON: Bool, console: Console
  ) {
    self.folder = folder
    self.secondsBefore = secondsBefore
    self.checkpointEvery = checkpointEvery
    self.isJSON = isJSON
    self.console = console
    first = run.done
  }

  private var seconds: Double {
    let (seconds, attoseconds) = start.duration(to: .now).components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }

  /// Trains to the end, or until a signal stops it.
  mutating func train(_ run: TrainingRun) throws -> ExitCode {
    var run = run
    let report = TrainReport(run: run, path: folder.path)
    console.note(
      "run     \(folder.path)        Ctrl-C saves; resume with:",
      .resuming(folder.path)
    )
    for line in report.opening(resumedAt: first) { console.note(line) }
    try run.train(
      in: folder, checkpointEvery: checkpointEvery, version: Commands.version,
      round: { run, metrics in
        latest = metrics
        console.progress { progressVariants(run) }
        return Interrupts.pending == nil
      },
      report: { run, metrics in
        if let metrics { try record(metrics, isLast: run.isDone) }
        console.progress { progressVariants(run) }
        return Interrupts.pending == nil
      }
    )
    if !run.isDone, let signal = Interrupts.pending { return stop(run, signal) }
    return try finish(run)
  }

  private mutating func record(_ metrics: Metrics, isLast: Bool) throws {
    latest = metrics
    if isLast { return }
    let line = metrics.line(seconds: secondsBefore + seconds)
    try folder.append(metrics: line)
    if isJSON { try console.print(json: String(decoding: line, as: UTF8.self)) }
  }

  private func stop(
    _ run: TrainingRun, _ signal: Interrupts.Signal
  ) -> ExitCode {
    let report = TrainReport(run: run, path: folder.path)
    let path = folder.checkpointPath(run.done)
    console.finishProgress { progressVariants(run) }
    let rounds = isInRounds(run) ? "; its rounds begin again" : ""
    console.note("saved   \(path) at \(report.moment(run.done))\(rounds)")
    console.note("resume ", .resuming(folder.path))
    return signal.exitCode
  }

  private func finish(_ run: TrainingRun) throws -> ExitCode {
    let metrics = latest ?? run.evaluation
    let checkpoint = folder.checkpointPath(run.done)
    let line = metrics.line(
      seconds: secondsBefore + seconds,
      written: [("policy", folder.policyPath), ("checkpoint", checkpoint)]
    )
    try folder.finish(run, metrics: line, version: Commands.version)
    console.finishProgress { progressVariants(run) }
    if isJSON {
      try console.print(json: String(decoding: line, as: UTF8.self))
    } else {
      let lines = TrainReport(run: run, path: folder.path)
        .closing(metrics, comparison: comparison(run))
      for line in lines { try console.print(line) }
      try console.print("wrote   \(printable(folder.policyPath))")
      try console.print(
        "next   ", ShellCommand(["noughts", "play"], operands: [folder.path])
      )
    }
    let goal = run.options.goal
    let isMet =
      goal.isBudget || metrics.reaches(goal)
      || goal == .corrected && run.hasReachedGoal
    return isMet ? .success : .assertionFalse
  }

  private func comparison(_ run: TrainingRun) -> Comparison? {
    let board = run.options.board
    // Not every position of a bigger board is compared.
    guard board.scope == .graph else { return nil }
    return run.options.start.map {
      Comparison(
        of: PolicyTable(of: $0.policy, in: board.states),
        with: PolicyTable(of: run.policy, in: board.states), on: board
      )
    }
  }

  /// Whether self-play is over, and rounds of bad moves are what goes on.
  private func isInRounds(_ run: TrainingRun) -> Bool {
    run.unlearning != nil && run.options.board.scope != .graph
      && run.done == run.options.recipe.budget
  }

  private func progressVariants(_ run: TrainingRun) -> [String] {
    let (done, budget) = (run.done, run.options.recipe.budget)
    let unit = run.options.unit
    let share = NumberFormat.progress(done, of: budget)
    let padding = String(repeating: " ", count: max(0, 4 - share.count))
    let bar = NumberFormat.bar(Double(done) / Double(budget), cells: 10)
    let count =
      "\(unit) \(NumberFormat.grouped(done))/\(NumberFormat.grouped(budget))"
    let new = done - first
    let speed = NumberFormat.rate(new, seconds: seconds)
    let left = NumberFormat.timeLeft(new, of: budget - first, after: seconds)
    var (strength, brief) = ("", "")
    if let walked = latest?.walked {
      brief = "  " + (latest?.verdict?.rawValue ?? "undecided")
      strength =
        "\(brief), \(NumberFormat.grouped(walked)) "
        + "position\(walked == 1 ? "" : "s") walked"
    }
    if let proof = latest?.proof {
      let value = NumberFormat.decimal(proof.sampled.nashConv, places: 3)
      let blunders = NumberFormat.grouped(proof.blunders.count)
      brief = "  NashConv \(value)  blunders \(blunders)"
      strength = " \(brief)/\(NumberFormat.grouped(proof.blunders.positions))"
    }
    let head =
      "\(padding)\(share) \(bar)  \(count)  \(speed) \(unit)/s  ETA \(left)"
    let unlearning = run.unlearning.map {
      "  "
        + UnlearningView(
          unlearning: $0, countsBroken: run.options.board.scope == .graph
        ).summary
    }
    if isInRounds(run) {
      let round = "round \(NumberFormat.grouped(run.unlearning?.rounds ?? 0))"
      return [
        round + strength + (unlearning ?? ""), round + strength, round + brief,
        round,
      ]
    }
    return [
      head + strength + (unlearning ?? ""),
      head + strength,
      "\(padding)\(share) \(bar)  \(NumberFormat.grouped(done))/"
        + "\(NumberFormat.grouped(budget))  \(speed)/s  ETA \(left)\(brief)",
      "\(padding)\(share) \(bar)  \(count)\(brief)",
      "\(padding)\(share) \(bar)  \(count)",
      "\(padding)\(share) \(count)",
      "\(padding)\(share)",
    ]
  }
}
