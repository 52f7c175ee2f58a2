import Glibc
import Tournament

/// A tournament of real games under way in the terminal.
struct TournamentSession {
  private let tournament: SampledTournament
  private let players: [TournamentSetup.Player]
  private let folder: TournamentFolder
  private let arguments: Arguments
  private let console: Console
  private let start = ContinuousClock.now

  init(
    _ tournament: SampledTournament,
    players: [TournamentSetup.Player],
    arguments: Arguments,
    console: Console
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

  /// Plays what is missing, and sums up once nothing is.
  func run() async throws -> ExitCode {
    let openings = tournament.book.openings.count
    console.note("games   \(folder.path)        Ctrl-C keeps them")
    console.note(
      "players \(players.count) · \(Figure.grouped(tournament.gamesPerMatch)) "
        + "games of every two · openings \(openings), both colours · seed "
        + "\(tournament.seed)"
    )
    var first: Int?
    var last = (done: 0, count: 0)
    let jobs =
      arguments.integerIfGiven("jobs")
      ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let results = try await tournament.play(in: folder, jobs: jobs) {
      done,
      count in
      first = first ?? done
      last = (done, count)
      console.progress { lines(done, count, since: first ?? 0) }
      return Interrupts.pending == nil
    }
    console.finishProgress { lines(last.done, last.count, since: first ?? 0) }
    guard let results else {
      console.note("continue  \(command)")
      return Interrupts.pending?.exitCode ?? .interrupted
    }
    let code = try TournamentReport(of: players, results)
      .tell(arguments, console)
    console.note("wrote   \(folder.logPath)")
    return code
  }

  /// The command line that continues it.
  private var command: String {
    var words = ["noughts", "tournament"] + arguments.operands
    words += ["--sample", "\(tournament.gamesPerMatch)"]
    if let book = arguments.textIfGiven("openings") {
      words += ["--openings", book]
    }
    words += ["--seed", "\(tournament.seed)", "--out", folder.path]
    if let path = arguments.textIfGiven("svg") { words += ["--svg", path] }
    if arguments.flag("json") { words.append("--json") }
    return words.map(shellWord).joined(separator: " ")
  }

  private func lines(_ done: Int, _ count: Int, since first: Int) -> [String] {
    let (seconds, attoseconds) = start.duration(to: .now).components
    let passed = Double(seconds) + Double(attoseconds) * 1e-18
    let left = Figure.timeLeft(done - first, of: count - first, after: passed)
    let share = Figure.progress(done, of: count)
    let bar = Figure.bar(Double(done) / Double(max(1, count)), cells: 10)
    let text = "games \(Figure.grouped(done))/\(Figure.grouped(count))"
    return [
      "\(share) \(bar)  \(text)  ETA \(left)", "\(share) \(text)", share,
    ]
  }
}
