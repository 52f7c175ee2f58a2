import Charts
import Checkpoints
import Files
import Numbers
import TicTacToe
import Training

/// The runs that are asked for, as a list or as curves, for people and
/// programs.
struct ShowReport {
  private let arguments: Arguments
  private let console: Console
  private let runs: [RunHistory]

  /// Whether runs were named, to show their curves.
  private var hasCurves: Bool { !arguments.operands.isEmpty }

  init(_ arguments: Arguments, _ console: Console) throws {
    (self.arguments, self.console) = (arguments, console)
    try ShowReport.check(arguments)
    runs =
      arguments.operands.isEmpty
      ? try ShowReport.all(console)
      : try arguments.operands.map { try ShowReport.run(named: $0) }
    for run in runs where run.oddLines > 0 {
      console.warn(
        "\(run.path)/metrics.jsonl: \(NumberFormat.grouped(run.oddLines)) of its "
          + "lines are not evaluations; skipped"
      )
    }
  }

  private static func check(_ arguments: Arguments) throws {
    for name in ["svg", "csv"]
    where arguments.isGiven(name) && arguments.operands.isEmpty {
      throw Failure(.usage, "--\(name): expected the RUN to draw or write")
    }
    _ = try arguments.picturePath("svg")
    if arguments.flag("json"), arguments.textIfGiven("csv") == "-" {
      throw UsageError.incompatible(
        "json", "csv -", reason: "standard output can hold one of them"
      )
    }
  }

  /// Every run in `runs/`, with a warning for each that cannot be read.
  private static func all(_ console: Console) throws -> [RunHistory] {
    try RunFolder.all(in: "runs").compactMap { folder in
      do { return try folder.history() } catch {
        console.warn(Failure(error, command: nil).message)
        return nil
      }
    }
  }

  /// - Throws: `Failure` 66 with the nearest names if there is no such run.
  private static func run(named path: String) throws -> RunHistory {
    do { return try RunFolder(asFoundAt: path).history() } catch RunFolder
      .Failure.noRun
    {
      let names = try RunFolder.all(in: "runs").map(\.path)
      let near = Nearest.names(to: path, among: names, limit: 3)
      throw Failure(
        .missingInput,
        "\(quoted(path)) holds no run: expected a folder made by noughts train",
        hint: near.isEmpty
          ? "noughts show lists the runs here."
          : "Nearest: \(near.joined(separator: ", "))"
      )
    }
  }

  /// Prints them, and writes the files asked for.
  func print() throws {
    let svg = arguments.textIfGiven("svg")
    let csv = arguments.textIfGiven("csv")
    let isForPeople = csv != "-" && !arguments.flag("json")
    // Made first: runs without a common axis are refused before a file is
    // written.
    let curves =
      hasCurves && (isForPeople || svg != nil)
      ? try LearningCurves(of: runs) : nil
    if let svg, let curves {
      try DurableFile(svg).write(Array(curves.svg.utf8))
    }
    if let csv, csv != "-" {
      try DurableFile(csv).write(Array("\(runs.csv)\n".utf8))
    }
    if !isForPeople {
      try printForPrograms(csv: csv == "-")
    } else if runs.isEmpty {
      console.note("no runs in runs/; noughts train makes one")
    } else {
      try printForPeople(curves)
    }
    for path in [svg, csv] {
      if let path, path != "-" { console.note("wrote   \(path)") }
    }
  }

  private func printForPrograms(csv isCSV: Bool) throws {
    if isCSV { return try console.print(verbatim: runs.csv) }
    let json = JSON.array(runs.map { $0.json(hasEvaluations: hasCurves) })
    try console.print(json: json)
  }

  private func printForPeople(_ curves: LearningCurves?) throws {
    let marks = curves?.marks ?? []
    var list = RunList(runs: runs, marks: marks, console: console).lines
    for (run, mark) in zip(runs, marks) {
      if let unlearning = run.evaluations.last?.figures?.unlearning {
        let view = UnlearningView(
          unlearning: unlearning,
          countsBroken: run.options.board.scope == .graph
        )
        list.append("\(mark)  \(view.summary)")
      }
    }
    try console.print(list.joined(separator: "\n"))
    guard let curves else { return }
    // With the list and the next prompt, a screen of 24 lines.
    let lines = curves.lines(
      width: console.capabilities.width, height: 22 - list.count,
      charset: console.capabilities.charset == .utf8 ? .utf8 : .ascii
    )
    try console.print("\n" + lines.joined(separator: "\n"))
  }
}
