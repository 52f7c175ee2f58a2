import Players

extension Command {
  /// `noughts tournament POLICY...`.
  static let tournament = Command(
    CommandSpecification(
      name: "tournament",
      summary: "Let policies play each other, exactly or by games.",
      group: .playAndTrain,
      operands: [
        .init(
          "POLICY",
          count: 1 ... .max,
          help: PolicyOperand.help + " A run enters all its checkpoints. With "
            + "--sample also uci:COMMAND, an outside engine that plays the "
            + "UCI variant tictactoe: a program and its arguments.",
          words: PolicyOperand.words,
          folder: PolicyOperand.folder
        )
      ],
      examples: [
        .init("noughts tournament perfect champion random", "exactly"),
        .init("noughts tournament runs/mine --svg s.svg", "its own past"),
        .init("noughts tournament random center --sample 1000", "games"),
        .init("noughts tournament runs/new champion --gate", "for scripts"),
        .init(
          "noughts tournament champion uci:fairy-stockfish --sample 20",
          "an engine of others"
        ),
      ],
      options: [
        .integer(
          "sample",
          in: 2...1_000_000,
          help: "Play real games, this even number of every two players."
        ),
        .text(
          "openings",
          "BOOK",
          defaultNote: "2",
          help: "Where sampled games start: none, every opening of 1, 2 or 3 "
            + "plies up to symmetry, or those of a file, one a line: a1 b2."
        ),
        .text(
          "out",
          "DIR",
          defaultNote: "tournaments/<time>-<seed>",
          help: "The folder of sampled games; a tournament continues there."
        ),
        .temperature,
        .decimal(
          "move-time",
          in: 0.01...3600,
          default: 10,
          help: "The seconds an outside engine has for each answer, also to "
            + "isready before a move; too slow, "
            + "ended, or with an illegal move it loses the game, and is "
            + "started again for its next."
        ),
        .flag(
          "gate",
          help: "Of two policies, exit 1 unless the first is proven to be no "
            + "worse: no more losing lines, NashConv no higher, and it does "
            + "not lose to the second on balance."
        ),
        .text(
          "svg",
          "FILE.svg",
          help: "Draw the scores of a run's checkpoints over training."
        ),
        .seed, .jobs, .json, .quiet, .color,
      ],
      terms: TournamentTerms.all
    )
  ) { arguments, console in
    try TournamentSetup.check(arguments)
    if arguments.flag("gate") {
      return try GateReport(arguments, console).tell(arguments, console)
    }
    let setup = try TournamentSetup(arguments, console)
    guard let tournament = try setup.sampled else {
      let report = TournamentReport(exact: setup.players)
      return try report.tell(arguments, console)
    }
    Interrupts.watch()
    Interrupts.ignoreBrokenPipes()
    let session = TournamentSession(
      tournament,
      players: setup.players,
      arguments: arguments,
      console: console
    )
    return try await session.run()
  }
}
