import Evaluation
import NeuralNetwork
import Numbers
import TicTacToe
import Training

/// A run in the terminal: it trains, reports, saves and stops.
struct TrainSession {
  let folder: RunFolder
  var run: TrainingRun

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
    self.run = run
    self.secondsBefore = secondsBefore
    self.checkpointEvery = checkpointEvery
    self.isJSON = isJSON
    self.console = console
    first = run.done
  }

  private var report: TrainReport { TrainReport(run: run, path: folder.path) }
  private var done: Int { run.done }
  private var budget: Int { run.options.recipe.budget }
  private var unit: String { run.options.unit }

  private var seconds: Double {
    let (seconds, attoseconds) = start.duration(to: .now).components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }

  /// Trains to the end, or until a signal stops it.
  mutating func train() throws -> ExitCode {
    for line in report.opening(resumedAt: first) { console.note(line) }
    while !run.isDone {
      if let signal = Interrupts.pending {
        return try stop(signal)
      }
      let before = done / checkpointEvery
      if let metrics = try run.advance() { try record(metrics) }
      if done / checkpointEvery > before, !run.isDone {
        _ = try folder.save(run, version: Commands.version)
      }
      console.progress { progressVariants }
    }
    return try finish()
  }

  private mutating func record(_ metrics: Metrics) throws {
    latest = metrics
    guard !run.isDone else { return }
    let line = metrics.line(seconds: secondsBefore + seconds)
    try folder.append(metrics: line)
    if isJSON { try console.print(json: String(decoding: line, as: UTF8.self)) }
  }

  private func stop(_ signal: Interrupts.Signal) throws -> ExitCode {
    let path = try folder.save(run, version: Commands.version)
    console.finishProgress { progressVariants }
    console.note("saved   \(path) at \(report.moment(done))")
    console.note("resume  noughts train --resume \(folder.path)")
    return signal.exitCode
  }

  private mutating func finish() throws -> ExitCode {
    let metrics = latest ?? run.evaluation
    let checkpoint = try folder.save(run, version: Commands.version)
    let line = metrics.line(
      seconds: secondsBefore + seconds,
      written: [("policy", folder.policyPath), ("checkpoint", checkpoint)]
    )
    try folder.finish(run, metrics: line, version: Commands.version)
    console.finishProgress { progressVariants }
    if isJSON {
      try console.print(json: String(decoding: line, as: UTF8.self))
    } else {
      let lines = report.closing(metrics.proof, comparison: comparison)
      for line in lines { try console.print(line) }
      try console.print("wrote   \(folder.policyPath)")
      try console.print("next    noughts play \(folder.path)")
    }
    let goal = run.options.goal
    let isMet =
      goal.isBudget || goal.isReached(by: metrics.proof)
      || goal == .corrected && run.hasReachedGoal
    return isMet ? .success : .assertionFalse
  }

  private var comparison: Comparison? {
    let board = run.options.board
    return run.options.start.map {
      Comparison(
        of: PolicyTable(of: $0.policy, in: board.states),
        with: PolicyTable(of: run.policy, in: board.states), on: board
      )
    }
  }

  private var progressVariants: [String] {
    let share = NumberFormat.progress(done, of: budget)
    let padding = String(repeating: " ", count: max(0, 4 - share.count))
    let bar = NumberFormat.bar(Double(done) / Double(budget), cells: 10)
    let count =
      "\(unit) \(NumberFormat.grouped(done))/\(NumberFormat.grouped(budget))"
    let new = done - first
    let speed = NumberFormat.rate(new, seconds: seconds)
    let left = NumberFormat.timeLeft(new, of: budget - first, after: seconds)
    var (strength, brief) = ("", "")
    if let proof = latest?.proof {
      let value = NumberFormat.decimal(proof.sampled.nashConv, places: 3)
      let blunders = NumberFormat.grouped(proof.blunders.count)
      brief = "  NashConv \(value)  blunders \(blunders)"
      strength = " \(brief)/\(NumberFormat.grouped(proof.blunders.positions))"
    }
    return [
      "\(padding)\(share) \(bar)  \(count)  \(speed) \(unit)/s  "
        + "ETA \(left)\(strength)",
      "\(padding)\(share) \(bar)  \(NumberFormat.grouped(done))/"
        + "\(NumberFormat.grouped(budget))  \(speed)/s  ETA \(left)\(brief)",
      "\(padding)\(share) \(bar)  \(count)\(brief)",
      "\(padding)\(share) \(bar)  \(count)",
      "\(padding)\(share) \(count)",
      "\(padding)\(share)",
    ]
  }
}
