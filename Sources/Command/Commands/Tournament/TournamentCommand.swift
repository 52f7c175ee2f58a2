import Players
import TicTacToe

extension Command {
  static let tournament = Command(
    CommandSpecification(
      name: "tournament",
      summary: "Let policies play each other, exactly or by games.",
      group: .playAndTrain,
      operands: [
        .init(
          "POLICY", count: 1 ... .max,
          help: PolicyOperand.help + " A run enters with all its checkpoints. "
            + "With --sample also uci:COMMAND, an external engine that plays the "
            + "UCI variant tictactoe: a program and its arguments.",
          words: PolicyOperand.words, folder: PolicyOperand.folder
        )
      ],
      examples: [
        .init("noughts tournament perfect champion random", "exactly"),
        .init("noughts tournament runs/mine --svg s.svg", "over training"),
        .init("noughts tournament random center --sample 1000", "games"),
        .init("noughts tournament runs/new champion --gate", "for scripts"),
        .init(
          "noughts tournament champion uci:fairy-stockfish --sample 20",
          "an external engine"
        ),
      ],
      options: [
        .integer(
          "sample", in: 2...1_000_000,
          help: "Play sampled games, an even number per pair of players."
        ),
        .text(
          "openings", "BOOK", defaultNote: "2",
          help:
            "The openings of sampled games: none, all of 1, 2 or 3 plies up "
            + "to symmetry, or a file with one per line: a1 b2."
        ),
        .text(
          "out", "DIR", defaultNote: "tournaments/<time>-<seed>",
          help: "The folder of sampled games; a tournament continues there."
        ),
        .temperature,
        .decimal(
          "move-time", in: 0.01...3600, default: 10,
          help: "The seconds an external engine has for each answer. An engine "
            + "that is too slow, ends or sends an illegal move loses the game "
            + "and is started again for its next."
        ),
        .flag(
          "gate",
          help: "Exit 1 unless the first of two policies is proven to be no "
            + "worse: no more losing lines, no higher NashConv, and no score "
            + "below 1/2 against the second."
        ),
        .text(
          "svg", "FILE.svg",
          help: "Draw the scores of a run's checkpoints over training."
        ),
        .board, .seed, .jobs, .json, .quiet, .color,
      ],
      terms: tournamentTerms
    )
  ) { arguments, console in
    try TournamentSetup.check(arguments)
    if arguments.flag("gate") {
      return try GateReport(arguments, console).print(arguments, console)
    }
    let board = try arguments.board(of: arguments.operands)
    let setup = try TournamentSetup(arguments, on: board, console)
    guard let tournament = try setup.sampled else {
      if board.scope != .graph {
        console.progress { ["every line of play on \(board.rules.name) …"] }
      }
      let report = TournamentReport(exact: setup.players)
      return try report.print(arguments, console)
    }
    Interrupts.watch()
    Interrupts.ignoreBrokenPipes()
    let session = TournamentSession(
      tournament, players: setup.players, arguments: arguments, console: console
    )
    return try await session.run()
  }

  /// The meaning of each figure of a tournament.
  private static let tournamentTerms: [CommandSpecification.Entry] = [
    .init(
      "score",
      "The mean result, win 1, draw 1/2, loss 0, over all opponents and both "
        + "seats, in percent."
    ),
    .init("worst", "The lowest score in one seat against one opponent."),
    .init(
      "NashConv",
      "The gains of the best replies to it, summed over both seats, 0 to 2; "
        + "exact, 0 if nobody can beat it."
    ),
    .init("W D L", "The shares won, drawn and lost, in percent."),
    .init(
      "Elo",
      "The difference in strength on the logistic scale, with the prior and "
        + "a 95% interval."
    ),
    .init(
      "LOS",
      "The likelihood of superiority: the probability that the first player "
        + "is stronger, by these games and the prior."
    ),
    .init(
      "pairs",
      "The pentanomial counts: the numbers of pairs of games, with one "
        + "opening and colors swapped, that gave 0, 1/2, 1, 1 1/2 and 2 points."
    ),
    .init(
      "95% interval",
      "It holds the true value in 95 of 100 such tournaments. For Elo it "
        + "follows from the mean of pairs; for a share, in JSON, it is Wilson's."
    ),
    .init(
      "prior",
      "Two pairs won and two lost, added to the games so that every figure "
        + "exists."
    ),
    .init("draws", "The share of games drawn."),
    .init(
      "distinct",
      "The number of games that differ in a move or in a seat; a repeated "
        + "game tells nothing new."
    ),
  ]
}
