import Checkpoints
import Numbers
import TicTacToe
import Tournament

extension TournamentReport {
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
    var reversed = Counts()
    (reversed.win, reversed.draw, reversed.loss) =
      (match.asO.loss, match.asO.draw, match.asO.win)
    return [
      (match.first, match.second, match.asX),
      (match.second, match.first, reversed),
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
