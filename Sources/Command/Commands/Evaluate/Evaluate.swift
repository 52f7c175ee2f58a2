import Checkpoints
import Evaluation
import Files
import Players
import TicTacToe

extension Command {
  static let evaluate = Command(
    CommandSpecification(
      name: "evaluate",
      summary: "Judge policies exactly: verdict, NashConv, blunders.",
      group: .playAndTrain,
      operands: [
        .init(
          "POLICY", count: 1 ... .max, help: PolicyOperand.help,
          words: PolicyOperand.words, folder: PolicyOperand.folder
        )
      ],
      examples: [
        .init("noughts evaluate champion", "a policy under Policies/"),
        .init("noughts evaluate runs/mine --require perfect", "for scripts"),
        .init("noughts evaluate champion --position X../.O./...", "one board"),
        .init("noughts evaluate champion --map map.svg", "its whole strategy"),
        .init("noughts evaluate champion --temperature 1", "its moves drawn"),
      ],
      options: [
        .choice(
          "require",
          of: Verdict.allCases.dropFirst().map(\.rawValue),
          help: "Exit 1 unless every policy is proven to be that."
        ),
        .text(
          "position", "BOARD",
          help: "Show one position instead: ranks from the top, X, O and dots."
        ),
        .text(
          "map", "FILE.svg",
          help: "Draw the likeliest moves of the first policy on one page, an "
            + "SVG file, framed where a second one differs."
        ),
        .integer(
          "samples", in: 0...1_000_000,
          defaultNote: "2000; fewer of perfect and level:hard",
          help: "Positions drawn to estimate blunders on a board of more than "
            + "16 squares."
        ),
        .board, .seed, .temperature, .json, .quiet, .color,
      ],
      terms: ReportView.terms
    )
  ) { arguments, console in
    let mapPath = try StrategyMap.path(in: arguments)
    if arguments.isGiven("require"), arguments.isGiven("position") {
      throw UsageError.incompatible(
        "require", "position", reason: "a proof is about every position"
      )
    }
    let board = try arguments.board(of: arguments.operands)
    if mapPath != nil, board.scope != .graph {
      throw Failure(
        .usage,
        "--map: the strategy on \(board.rules.name) does not fit a page; "
          + "expected a policy for 3×3, 3 in a row"
      )
    }
    let required = arguments.textIfGiven("require").flatMap(Verdict.init)
    if required == .unbeatable, board.gameValue == 1 {
      throw Failure(
        .usage,
        "--require: on \(board.rules.name) O is lost against best play; expected "
          + "keeps-value or perfect"
      )
    }
    let oracle = Oracle(board: board)
    let temperature = arguments.decimal("temperature")
    let policies = try arguments.operands.map {
      let policy = try PolicyOperand.policy(named: $0, on: board, console)
      return (name: $0, policy: policy.seated(atTemperature: temperature))
    }
    if let text = arguments.textIfGiven("position") {
      let view = try PositionView(text, oracle)
      if arguments.flag("json") {
        try console.print(json: policies.map { view.json(of: $1, $0) })
      } else {
        for (name, policy) in policies {
          try console.print(
            view.lines(of: policy, name).joined(separator: "\n")
          )
        }
      }
      return .success
    }
    let reports = policies.map { name, policy in
      if board.scope != .graph {
        console.progress { ["judging \(name) …", "judging …"] }
      }
      let samples =
        arguments.integerIfGiven("samples")
        ?? policy.answersInSeconds(on: board.rules) ?? 2000
      return (
        name: name,
        report: PlayerReport(
          of: policy, on: board, samples: samples, seed: arguments.seed
        )
      )
    }
    if let mapPath, case .exact(let report) = reports[0].report {
      let tables = policies.map {
        (name: $0.name, table: PolicyTable(of: $0.policy, in: board.states))
      }
      let map = StrategyMap(
        of: tables[0].name, tables[0].table,
        verdict: report.verdict,
        comparedWith: tables.count > 1 ? tables[1] : nil
      )
      try DurableFile(mapPath).write(Array(map.svg.utf8))
    }
    if arguments.flag("json") {
      try console.print(
        json: reports.map { $0.report.json(policy: $0.name, board.rules) }
      )
    } else {
      for (index, (name, report)) in reports.enumerated() {
        if reports.count > 1 {
          try console.print(
            (index > 0 ? "\n" : "") + "policy           \(printable(name))"
          )
        }
        try console.print(report.lines(oracle).joined(separator: "\n"))
      }
    }
    if let mapPath { console.note("wrote            \(mapPath)") }
    guard let required else { return .success }
    for (name, report) in reports {
      if let proven = report.verdict, proven >= required { continue }
      console.report(
        Failure(
          .assertionFalse,
          "\(name) is \(report.verdict?.rawValue ?? "undecided"), required: "
            + required.rawValue
        )
      )
      return .assertionFalse
    }
    return .success
  }
}

extension Console {
  /// Prints one document: the only one, or an array of several.
  fileprivate func print(json documents: [JSON]) throws {
    try print(json: documents.count == 1 ? documents[0] : .array(documents))
  }
}
