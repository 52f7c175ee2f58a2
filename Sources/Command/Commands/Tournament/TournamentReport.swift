import Charts
import Checkpoints
import Evaluation
import Files
import Numbers
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

  /// The results as other programs read them.
  var json: JSON {
    let players = zip(table.names, nashConvs).enumerated().map {
      index,
      player -> JSON in
      [
        "name": JSON(player.0), "score": JSON(table.score(of: index)),
        "worst": JSON(table.worst(of: index)),
        "nashConv": JSON(player.1),
      ]
    }
    guard let matches else {
      return ["players": .array(players), "pairs": .array(exactPairs)]
    }
    return [
      "players": .array(players),
      "pairs": .array(matches.flatMap(pairs)),
      "matches": .array(matches.map { $0.json(table.names) }),
    ]
  }

  private var exactPairs: [JSON] {
    table.names.indices.flatMap { x in
      table.names.indices.compactMap { o -> JSON? in
        table.results[x][o].map { wdl in
          [
            "x": JSON(table.names[x]), "o": JSON(table.names[o]),
            "win": JSON(wdl.win), "draw": JSON(wdl.draw),
            "loss": JSON(wdl.loss),
          ]
        }
      }
    }
  }

  private func pairs(_ match: MatchResult) -> [JSON] {
    [
      (match.first, match.second, match.asX),
      (match.second, match.first, match.asO.reversed),
    ].map { x, o, counts in
      func share(_ count: Int) -> JSON {
        // Nothing was sampled of deterministic players.
        guard !match.isDeterministic else {
          return ["count": JSON(count), "low": .null, "high": .null]
        }
        let interval = Statistics.wilsonInterval(count, of: counts.games)
        return [
          "count": JSON(count), "low": JSON(interval.lowerBound),
          "high": JSON(interval.upperBound),
        ]
      }
      return [
        "x": JSON(table.names[x]), "o": JSON(table.names[o]),
        "games": JSON(counts.games), "win": share(counts.win),
        "draw": share(counts.draw), "loss": share(counts.loss),
      ]
    }
  }
}

extension MatchResult {
  /// The figures of a match; deterministic players have no rating.
  fileprivate func json(_ names: [String]) -> JSON {
    [
      "first": JSON(names[first]), "second": JSON(names[second]),
      "games": JSON(total.games), "distinct": JSON(distinctGames),
      "deterministic": JSON(isDeterministic),
      "pentanomial": .array(pentanomial.map { JSON($0) }),
      "drawRate": JSON(drawRate),
      "forfeits": .array(
        forfeits.map { forfeit in
          [
            "player": JSON(forfeit.name), "reason": JSON(forfeit.reason),
            "games": JSON(forfeit.games),
          ]
        }
      ),
      "rating": rating.map { rating in
        let elo = rating.elo
        return [
          "score": JSON(rating.score),
          "low": JSON(rating.interval.lowerBound),
          "high": JSON(rating.interval.upperBound),
          "elo": rating.sweep == nil ? JSON(elo.value) : .null,
          "eloLow": rating.sweep == .lost ? .null : JSON(elo.low),
          "eloHigh": rating.sweep == .won ? .null : JSON(elo.high),
          "los": JSON(rating.superiority),
        ]
      } ?? .null,
    ]
  }
}
