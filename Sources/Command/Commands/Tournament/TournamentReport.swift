import Charts
import Checkpoints
import Evaluation
import Files
import TicTacToe
import Tournament

/// The results of a tournament as people and programs read them.
struct TournamentReport {
  let players: [TournamentSetup.Player]
  let table: Crosstable

  /// The matches of a sampled tournament.
  let matches: [MatchResult]?

  init(exact players: [TournamentSetup.Player]) {
    self.players = players
    table = Crosstable(exact: players.map(\.participant))
    matches = nil
  }

  init(of players: [TournamentSetup.Player], _ matches: [MatchResult]) {
    self.players = players
    table = Crosstable(of: players.map(\.participant.name), matches)
    self.matches = matches
  }

  /// The NashConv of each player; nil for external players.
  var nashConvs: [Double?] {
    players.map { $0.participant.figures?.nashConv }
  }

  /// Prints the results, and draws the chart if asked.
  func print(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    if let path = arguments.textIfGiven("svg") {
      try DurableFile(path).write(Array(chart.svg.utf8))
    }
    if arguments.flag("json") {
      try console.print(json: json)
    } else {
      let view = CrosstableView(
        table: table, nashConvs: nashConvs, width: console.capabilities.width
      )
      try console.print(view.lines.joined(separator: "\n"))
      for match in matches ?? [] {
        let view = MatchView(match: match, names: table.names)
        try console.print("\n" + view.lines.joined(separator: "\n"))
      }
    }
    if let path = arguments.textIfGiven("svg") {
      console.note("wrote   \(path)")
    }
    return .success
  }

  /// The scores of each run's checkpoints over training.
  var chart: LineChart {
    var runs: [String] = []
    for case (let run, _)? in players.map(\.origin) where !runs.contains(run) {
      runs.append(run)
    }
    return LineChart(
      title: "Score against all of the tournament",
      x: Axis("games or steps of training"),
      y: Axis("score, percent", range: 0...100),
      series: runs.map { run in
        LineChart.Series(
          run,
          players.indices.compactMap { index in
            players[index].origin.flatMap { origin in
              origin.run == run
                ? LineChart.Point(
                  Double(origin.done), 100 * table.score(of: index)
                ) : nil
            }
          }
        )
      }
    )
  }
}
