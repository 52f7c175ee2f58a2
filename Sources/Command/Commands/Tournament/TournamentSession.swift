import Numbers
import TicTacToe
import Tournament

/// A tournament of real games under way in the terminal.
struct TournamentSession {
  private let tournament: SampledTournament
  private let players: [TournamentSetup.Player]
  private let folder: TournamentFolder
  private let arguments: Arguments
  private let console: Console

  init(
    _ tournament: SampledTournament, players: [TournamentSetup.Player],
    arguments: Arguments, console: Console
  ) {
    self.tournament = tournament
    self.players = players
    folder = TournamentFolder(
      arguments.textIfGiven("out")
        ?? NewFolder.path(in: "tournaments", seed: tournament.seed),
      version: Commands.version
    )
    self.arguments = arguments
    self.console = console
  }

  /// Plays the missing games, and prints the summary once none is missing.
  func run() async throws -> ExitCode {
    let openings = tournament.book.openings.count
    console.note("games   \(folder.path)        Ctrl-C keeps them")
    console.note(
      "players \(players.count) · "
        + "\(NumberFormat.grouped(tournament.gamesPerMatch)) games per pair · "
        + "openings \(openings), both colors · seed \(tournament.seed)"
    )
    var progress = CountedProgress()
    var warned: Set<ByteText> = []
    let results = try await tournament.play(
      in: folder, jobs: arguments.jobs,
      onForfeit: { game in
        let text = "\(game.loser ?? "") \(game.forfeit ?? "")"
        if warned.insert(ByteText(text)).inserted {
          console.warn("\(text); it loses every such game")
        }
      }
    ) {
      done,
      count in
      progress.update(done, of: count)
      console.progress { progress.variants("games \(progress.fraction)") }
      return Interrupts.pending == nil
    }
    console.finishProgress { progress.variants("games \(progress.fraction)") }
    guard let results else {
      console.note("continue ", command)
      return Interrupts.pending?.exitCode ?? .interrupted
    }
    let code = try TournamentReport(of: players, results)
      .print(arguments, console)
    console.note("wrote   \(folder.logPath)")
    return code
  }

  /// The command line that continues it.
  private var command: ShellCommand {
    var words = ["--sample", "\(tournament.gamesPerMatch)"]
    if let book = arguments.textIfGiven("openings") {
      words += ShellCommand.option("openings", book)
    }
    for option in ["temperature", "move-time"] where arguments.isGiven(option) {
      words += [
        "--\(option)", "\(OptionValue.decimal(arguments.decimal(option)))",
      ]
    }
    words += ["--seed", "\(tournament.seed)"]
    words += ShellCommand.option("out", folder.path)
    if let path = arguments.textIfGiven("svg") {
      words += ShellCommand.option("svg", path)
    }
    if arguments.flag("json") { words.append("--json") }
    return ShellCommand(
      ["noughts", "tournament"], operands: arguments.operands, options: words
    )
  }
}
