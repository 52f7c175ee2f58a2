import Evaluation
import NeuralNetwork
import Training

/// A run under way in the terminal: it trains, tells, saves and stops.
struct TrainSession {
  let folder: RunFolder
  var run: TrainingRun
  let checkpointEvery: Int
  let isJSON: Bool
  let console: Console

  private let start = ContinuousClock.now
  private let firstGame: Int
  private var latest: Metrics?

  init(
    folder: RunFolder,
    run: TrainingRun,
    checkpointEvery: Int,
    isJSON: Bool,
    console: Console
  ) {
    self.folder = folder
    self.run = run
    self.checkpointEvery = checkpointEvery
    self.isJSON = isJSON
    self.console = console
    firstGame = run.learner.games
  }

  private var games: Int { run.learner.games }
  private var budget: Int { run.options.recipe.games }

  private var seconds: Double {
    let (seconds, attoseconds) = start.duration(to: .now).components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }

  /// Trains to the end, or until the person or the system wants it to stop.
  mutating func train() throws -> ExitCode {
    announce()
    while !run.isDone {
      if let signal = Interrupts.pending {
        return try stop(signal)
      }
      let before = games / checkpointEvery
      if let metrics = try run.advance() { try tell(metrics) }
      if games / checkpointEvery > before, !run.isDone {
        _ = try folder.save(run, version: Commands.version)
      }
      console.progress { progressVariants }
    }
    return try finish()
  }

  private func announce() {
    let recipe = run.options.recipe
    let sizes = run.learner.network.sizes.map(String.init)
    console.note(
      "run     \(folder.path)        Ctrl-C saves; resume with: "
        + "noughts train --resume \(folder.path)"
    )
    console.note(
      "board   3×3, 3 in a row · \(recipe.model.rawValue) "
        + "\(sizes.joined(separator: "-")) · seed \(run.options.seed)"
        + (firstGame > 0
          ? " · resumed at game \(Figure.grouped(firstGame))" : "")
    )
  }

  private mutating func tell(_ metrics: Metrics) throws {
    latest = metrics
    guard !run.isDone else { return }
    let line = metrics.line(seconds: seconds)
    try folder.append(metrics: line)
    if isJSON { try console.print(json: String(decoding: line, as: UTF8.self)) }
  }

  private func stop(_ signal: Interrupts.Signal) throws -> ExitCode {
    let path = try folder.save(run, version: Commands.version)
    console.finishProgress { progressVariants }
    console.note("saved   \(path) at game \(Figure.grouped(games))")
    console.note("resume  noughts train --resume \(folder.path)")
    return signal.exitCode
  }

  private mutating func finish() throws -> ExitCode {
    let metrics = latest ?? run.evaluation
    let checkpoint = try folder.save(run, version: Commands.version)
    try folder.finish(run, version: Commands.version)
    let line = metrics.line(
      seconds: seconds,
      written: [("policy", folder.policyPath), ("checkpoint", checkpoint)]
    )
    try folder.append(metrics: line)
    console.finishProgress { progressVariants }
    if isJSON {
      try console.print(json: String(decoding: line, as: UTF8.self))
    } else {
      for line in summary(metrics) { try console.print(line) }
    }
    let isMet = run.hasReachedGoal || run.options.goal == .games
    return isMet ? .success : .assertionFalse
  }

  private func summary(_ metrics: Metrics) -> [String] {
    let milestones = run.milestones
    let positions = Figure.grouped(metrics.proof.blunders.positions)
    let blunders = Figure.grouped(metrics.proof.blunders.count)
    func since(_ goal: Goal) -> String {
      Figure.grouped(milestones[goal].since ?? games)
    }
    var lines: [String] = []
    switch metrics.proof.verdict {
    case .perfect:
      lines.append(
        "done    perfect since game \(since(.perfect)): no opponent can beat "
          + "it, and no position of \(positions) is misplayed"
      )
    case .unbeatable:
      lines.append(
        "done    unbeatable since game \(since(.unbeatable)): no opponent can "
          + "beat it; \(blunders) of \(positions) positions are misplayed"
      )
    case .beatable:
      lines.append(
        "done    beatable after \(Figure.grouped(games)) games; \(blunders) of "
          + "\(positions) positions are misplayed"
      )
    }
    let firsts = [Goal.unbeatable, .perfect, .nash].compactMap { goal in
      milestones[goal].first.map { "\(goal.rawValue) \(Figure.grouped($0))" }
    }
    if !firsts.isEmpty {
      lines.append("first   " + firsts.joined(separator: " · "))
    }
    if !run.hasReachedGoal, run.options.goal != .games {
      lines.append(
        "        the budget of \(Figure.grouped(budget)) games is spent "
          + "without the proof asked for: \(run.options.goal.rawValue)"
      )
    }
    lines.append("wrote   \(folder.policyPath)")
    lines.append("next    noughts play \(folder.path)")
    return lines
  }

  private var progressVariants: [String] {
    let share = Figure.progress(games, of: budget)
    let padding = String(repeating: " ", count: max(0, 4 - share.count))
    let bar = Figure.bar(Double(games) / Double(budget), cells: 10)
    let count = "games \(Figure.grouped(games))/\(Figure.grouped(budget))"
    let done = games - firstGame
    let speed = Figure.rate(done, seconds: seconds)
    let left = Figure.timeLeft(done, of: budget - firstGame, after: seconds)
    var (strength, brief) = ("", "")
    if let proof = latest?.proof {
      let value = Figure.decimal(proof.sampled.nashConv, places: 3)
      let blunders = Figure.grouped(proof.blunders.count)
      brief = "  NashConv \(value)  blunders \(blunders)"
      strength = " \(brief)/\(Figure.grouped(proof.blunders.positions))"
    }
    return [
      "\(padding)\(share) \(bar)  \(count)  \(speed) games/s  ETA \(left)\(strength)",
      "\(padding)\(share) \(bar)  \(Figure.grouped(games))/"
        + "\(Figure.grouped(budget))  \(speed)/s  ETA \(left)\(brief)",
      "\(padding)\(share) \(bar)  \(count)\(brief)",
      "\(padding)\(share) \(count)",
      "\(padding)\(share)",
    ]
  }
}
