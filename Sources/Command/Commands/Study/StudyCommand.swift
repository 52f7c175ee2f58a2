import Experiments
import TicTacToe

extension Command {
  static let study = Command(
    CommandSpecification(
      name: "study",
      summary: "One question, many seeds: a table, CSV, SVG.",
      group: .lookDeeper,
      operands: [
        .init(
          "NAME", help: "One of " + Studies.names.joined(separator: ", ") + ".",
          words: Studies.names
        )
      ],
      examples: [
        .init("noughts study negatives", "taught by bad moves alone"),
        .init("noughts study repair --quick", "in seconds, with few seeds"),
        .init("noughts study loop --board 4x4", "where no table fits"),
        .init("noughts study methods --shard 2/5", "a part, for a cluster"),
      ],
      options: [
        .integer(
          "seeds", in: 1...100_000, defaultNote: "those of the study",
          help: "The number of seeds to measure."
        ),
        .integer(
          "seed", in: 0...1_000_000_000, default: 10_001,
          help: "The first seed; those below 1,000 are for tuning."
        ),
        .text(
          "board", "COLUMNSxROWS[:K]", defaultNote: "3x3",
          help: "The board, if the study is about more than one."
        ),
        .jobs,
        .text(
          "out", "DIR", defaultNote: "studies/NAME",
          help: "The folder of results; an unfinished study continues."
        ),
        .text(
          "shard", "I/N", default: "1/1",
          help: "Measure the I-th of N parts; the same --out joins them."
        ),
        .flag("quick", help: "A small form, for tests and for a first look."),
        .quiet, .color,
      ]
    )
  ) { arguments, console in
    Interrupts.watch()
    Interrupts.ignoreBrokenPipes()
    let name = arguments.operands[0]
    let isKnown = Studies.names.contains(where: name.isSame)
    let boards = isKnown ? Studies.boards(of: name) : []
    if boards.isEmpty {
      throw UsageError.unknownName(name, what: "study", among: Studies.names)
    }
    let rules = try arguments.rulesIfGiven() ?? boards[0].rules
    guard
      let study = Studies.named(
        name, on: Board(rules), quick: arguments.flag("quick")
      )
    else {
      throw Failure(
        .usage,
        "--board: the study \(name) is not about \(rules.text); expected "
          + boards.map(\.rules.text).joined(separator: " or ")
          + ", or no --board"
      )
    }
    func run(_ study: some Study) async throws -> ExitCode {
      try await StudySession(study, arguments, console).run()
    }
    return try await run(study)
  }
}
